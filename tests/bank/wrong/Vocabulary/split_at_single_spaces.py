"""Your code splits at every single space, so two in a row make an empty word, and tabs or line ends stay inside a word. `split()` without an argument takes whitespace of any kind."""

from collections import Counter


class Vocabulary:
    def __init__(self, texts, min_count=1):
        sp = ['<pad>', '<bos>', '<eos>', '<unk>']
        c = Counter(w for t in texts for w in t.strip().split(' ') if w not in sp)
        self.itos = sp + sorted((w for w in c if c[w] >= min_count), key=lambda w: (-c[w], w))
        self.stoi = {w: i for i, w in enumerate(self.itos)}
    def __len__(self): return len(self.itos)
    def encode(self, text): return [self.stoi.get(w, 3) for w in text.strip().split(' ')]
    def decode(self, ids): return ' '.join(self.itos[int(i)] for i in ids if int(i) > 2)
