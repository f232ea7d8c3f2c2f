import collections


class Vocabulary(dict):
    def __init__(self, texts, min_count=1, specials=("<pad>", "<bos>", "<eos>", "<unk>")):
        super().__init__({token: number for number, token in enumerate(specials)})
        counter = collections.Counter(" ".join(texts).split())
        for word, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])):
            if count >= min_count:
                self.setdefault(word, len(self))
        self.reverse = {number: token for token, number in self.items()}

    def encode(self, text):
        return [self.get(word, self["<unk>"]) for word in text.split()]

    def decode(self, ids):
        return " ".join(self.reverse[number] for number in map(int, ids) if number >= 3)
