"""Your encode puts `<eos>` behind the ids; it should give the words' ids only, and whoever makes a batch adds it."""


from collections import Counter
class Vocabulary:
    SPECIAL = ("<pad>", "<bos>", "<eos>", "<unk>")
    def __init__(self, texts, min_count=1):
        counts = Counter(w for t in texts for w in t.split() if w not in self.SPECIAL)
        kept = [w for w, c in counts.items() if c >= min_count]
        kept.sort(key=lambda w: (-counts[w], w))
        self.words = [*self.SPECIAL, *kept]
        self.index = {w: i for i, w in enumerate(self.words)}
    def __len__(self):
        return len(self.words)
    def encode(self, text):
        return [self.index.get(w, 3) for w in text.split()] + [2]
    def decode(self, ids):
        return " ".join(self.words[int(i)] for i in ids if int(i) > 2)
