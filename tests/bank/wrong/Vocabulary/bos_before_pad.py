"""Your special tokens stand in another order: `<pad>` is 0, `<bos>` 1, `<eos>` 2, `<unk>` 3. All later lessons take 0 for padding."""

from collections import Counter


class Vocabulary:
    def __init__(self, texts, min_count=1):
        special = ["<bos>", "<pad>", "<eos>", "<unk>"]
        counts = Counter(w for t in texts for w in t.split() if w not in special)
        words = sorted((w for w in counts if counts[w] >= min_count), key=lambda w: (-counts[w], w))
        self.words = special + words
        self.ids = {w: i for i, w in enumerate(self.words)}

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.ids.get(w, 3) for w in text.split()]

    def decode(self, ids):
        return " ".join(self.words[int(i)] for i in ids if int(i) > 2)
