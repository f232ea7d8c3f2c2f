"""Your decode fails for a tensor: its entries are tensors, not plain numbers, and a dictionary of numbers does not find them. Take `int(i)`."""

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
        words = dict(enumerate(self.words))
        return " ".join(words[i] for i in ids if i not in (0, 1, 2))
