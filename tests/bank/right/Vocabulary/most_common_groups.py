from collections import Counter
from itertools import chain


def words_of(text):
    return text.strip().split()


class Vocabulary:
    def __init__(self, texts, min_count=1):
        self._tokens = ["<pad>", "<bos>", "<eos>", "<unk>"]
        ranked = Counter(sorted(chain.from_iterable(map(words_of, texts)))).most_common()
        self._tokens.extend(w for w, c in ranked if c >= min_count and w not in self._tokens[:4])

    def __len__(self):
        return len(self._tokens)

    def encode(self, text):
        return [self._tokens.index(w) if w in self._tokens else 3 for w in words_of(text)]

    def decode(self, ids):
        kept = []
        for i in ids:
            word = self._tokens[i]
            if word in ("<pad>", "<bos>", "<eos>"):
                continue
            kept.append(word)
        return " ".join(kept)
