"""Your decode keeps `<pad>`; leave it out, like `<bos>` and `<eos>`."""

from collections import Counter

SPECIAL = ["<pad>", "<bos>", "<eos>", "<unk>"]


class Vocabulary:
    def __init__(self, texts, min_count=1):
        counts = Counter(word for text in texts for word in text.split())
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        self.words = SPECIAL + sorted(kept, key=lambda word: (-counts[word], word))
        self.ids = {word: i for i, word in enumerate(self.words)}

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.ids.get(word, 3) for word in text.split()]

    def decode(self, ids):
        return " ".join(self.words[int(i)] for i in ids if int(i) not in (1, 2))
