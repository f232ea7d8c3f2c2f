import itertools
from collections import Counter


def _table(texts, min_count, special):
    counts = Counter(itertools.chain.from_iterable(map(str.split, texts)))
    pairs = sorted((-n, w) for w, n in counts.items() if n >= min_count and w not in special)
    return special + tuple(w for _, w in pairs)


class Vocabulary(tuple):
    def __new__(cls, texts, min_count=1):
        return super().__new__(cls, _table(texts, min_count, ("<pad>", "<bos>", "<eos>", "<unk>")))

    def encode(self, text):
        return [self.index(w) if w in self else 3 for w in text.split()]

    def decode(self, ids):
        return " ".join(self[i] for i in map(int, ids) if i > 2)
