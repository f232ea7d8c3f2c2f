import torch
from dataclasses import dataclass


@dataclass
class Hypothesis:
    tokens: torch.Tensor
    total: float
    ended: bool = False

    def score(self, power):
        generated = len(self.tokens) - 1
        return self.total / ((5 + generated) / 6) ** power


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was = model.training
    model.eval()
    winners = []
    with torch.no_grad():
        for sentence in src.split(1):
            memory = model.encode(sentence)
            beam = [Hypothesis(torch.tensor([bos_id]), 0.0)]
            for _ in range(max_length - 1):
                if all(h.ended for h in beam):
                    break
                grown = [h for h in beam if h.ended]
                room = beam_size - len(grown)
                fresh = []
                for h in beam:
                    if not h.ended:
                        shares = torch.log_softmax(model.decode(h.tokens[None], memory, sentence)[0, -1], 0)
                        for word in shares.topk(min(room, len(shares))).indices.tolist():
                            tokens = torch.cat([h.tokens, torch.tensor([word])])
                            fresh.append(Hypothesis(tokens, h.total + shares[word].item(), word == eos_id))
                fresh.sort(key=lambda h: h.total, reverse=True)
                beam = grown + fresh[:room]
            winners.append(max(beam, key=lambda h: h.score(length_penalty)))
    model.train(was)
    out = torch.full((len(src), max_length), getattr(model, "pad_id", 0))
    for row, h in zip(out, winners):
        row[: len(h.tokens)] = h.tokens
    return out, torch.tensor([h.score(length_penalty) for h in winners])
