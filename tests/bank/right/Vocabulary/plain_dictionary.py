class Vocabulary:
    PAD, BOS, EOS, UNK = range(4)

    def __init__(self, texts, min_count=1):
        special = ("<pad>", "<bos>", "<eos>", "<unk>")
        freq = {}
        for line in texts:
            for w in line.split():
                if w in special:
                    continue
                freq[w] = freq.get(w, 0) + 1
        order = sorted(freq.items(), key=lambda item: item[0])
        order.sort(key=lambda item: item[1], reverse=True)
        self.itos = dict(enumerate(special))
        for w, n in order:
            if n >= min_count:
                self.itos[len(self.itos)] = w
        self.stoi = {w: i for i, w in self.itos.items()}

    def __len__(self):
        return len(self.itos)

    def encode(self, text):
        out = []
        for w in text.split():
            if w in self.stoi:
                out.append(self.stoi[w])
            else:
                out.append(self.UNK)
        return out

    def decode(self, ids):
        if hasattr(ids, "tolist"):
            ids = ids.tolist()
        return " ".join(self.itos[i] for i in ids if i not in {self.PAD, self.BOS, self.EOS})
