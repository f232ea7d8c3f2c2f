"""Your list of words is made once for all vocabularies and grows with each, so a second one begins with the words of the first. Make it in `__init__`."""

from collections import Counter


SPECIAL = ["<pad>", "<bos>", "<eos>", "<unk>"]


class Vocabulary:
    words = list(SPECIAL)

    def __init__(self, texts, min_count=1):
        counts = Counter((word for text in texts for word in text.split()))
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        self.words += sorted(kept, key=lambda word: (-counts[word], word))
        self.ids = {word: i for i, word in enumerate(self.words)}

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.ids.get(word, 3) for word in text.split()]

    def decode(self, ids):
        return " ".join((self.words[int(i)] for i in ids if int(i) > 2))
