"""Your special tokens stand in another order. It is <pad>, <bos>, <eos>, <unk>: 0, 1, 2, 3."""

from collections import Counter


SPECIAL = ["<unk>", "<pad>", "<bos>", "<eos>"]


class Vocabulary:
    def __init__(self, texts, min_count=1):
        counts = Counter((word for text in texts for word in text.split()))
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        self.words = SPECIAL + sorted(kept, key=lambda word: (-counts[word], word))
        self.ids = {word: i for i, word in enumerate(self.words)}

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.ids.get(word, 0) for word in text.split()]

    def decode(self, ids):
        return " ".join((self.words[int(i)] for i in ids if int(i) not in (1, 2, 3)))
