from collections import defaultdict

import torch


class Lookup(dict):
    def __missing__(self, key):
        return 3


class Vocabulary:
    special = ["<pad>", "<bos>", "<eos>", "<unk>"]

    def __init__(self, texts, min_count=1):
        counts = defaultdict(int)
        for text in texts:
            for word in text.split():
                counts[word] += 1
        for name in self.special:
            counts.pop(name, None)
        frequent = {w: c for w, c in counts.items() if not c < min_count}
        self.id_to_word = self.special + sorted(sorted(frequent), key=frequent.get, reverse=True)
        self.word_to_id = Lookup(zip(self.id_to_word, range(len(self.id_to_word))))

    def __len__(self):
        return len(self.word_to_id)

    def encode(self, text):
        return list(map(self.word_to_id.__getitem__, text.split()))

    def decode(self, ids):
        ids = torch.as_tensor(ids, dtype=torch.long)
        return " ".join(self.id_to_word[i] for i in ids[ids > 2].tolist())
