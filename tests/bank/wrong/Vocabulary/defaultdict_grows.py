"""Looking up an unknown word adds it to your dictionary, as a `defaultdict` or `setdefault` does, so the length grows while you encode; use `.get(word, 3)`."""

from collections import Counter, defaultdict

SPECIAL = ["<pad>", "<bos>", "<eos>", "<unk>"]


class Vocabulary:
    def __init__(self, texts, min_count=1):
        counts = Counter(word for text in texts for word in text.split())
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        self.words = SPECIAL + sorted(kept, key=lambda word: (-counts[word], word))
        self.ids = defaultdict(lambda: 3, {word: i for i, word in enumerate(self.words)})

    def __len__(self):
        return len(self.ids)

    def encode(self, text):
        return [self.ids[word] for word in text.split()]

    def decode(self, ids):
        return " ".join(self.words[int(i)] for i in ids if int(i) > 2)
