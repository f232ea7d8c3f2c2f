"""Your words are kept in one place for all vocabularies, the class or a global, so every new one changes the earlier ones; keep them in `self`."""

from collections import Counter

SPECIAL = ["<pad>", "<bos>", "<eos>", "<unk>"]


class Vocabulary:
    def __init__(self, texts, min_count=1):
        counts = Counter(word for text in texts for word in text.split())
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        Vocabulary.words = SPECIAL + sorted(kept, key=lambda word: (-counts[word], word))
        Vocabulary.ids = {word: i for i, word in enumerate(Vocabulary.words)}

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.ids.get(word, 3) for word in text.split()]

    def decode(self, ids):
        return " ".join(self.words[int(i)] for i in ids if int(i) > 2)
