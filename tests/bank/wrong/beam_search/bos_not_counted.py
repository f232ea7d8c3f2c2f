"""Your sequences may be one token longer than max_length, which counts bos."""

import math

import torch
import math, copy
import heapq


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    """a recursive helper and heapq; live hypotheses ranked by log-probability"""
    mode = [(m, m.training) for m in model.modules()]
    model.eval()
    pad = model.pad_id if hasattr(model, "pad_id") else 0
    def score(h):
        return h[0] / math.pow((5 + len(h[1]) - 1) / 6, length_penalty)
    def extend(h, row, memory):
        if h[1][-1] == eos_id and len(h[1]) > 1:
            return [h]
        ids = torch.tensor([h[1]], dtype=torch.long, device=src.device)
        lp = torch.log_softmax(model.decode(ids, memory, row)[0, -1], 0).tolist()
        return [(h[0] + p, h[1] + (w,)) for w, p in enumerate(lp)]
    def search(beam, row, memory, left):
        if left == 0 or all(len(h[1]) > 1 and h[1][-1] == eos_id for h in beam):
            return max(beam, key=score)
        pool = [c for h in beam for c in extend(h, row, memory)]
        return search(heapq.nlargest(beam_size, pool, key=lambda c: c[0]), row, memory, left - 1)
    with torch.no_grad():
        best = [search([(0.0, (bos_id,))], src[i:i+1], model.encode(src[i:i+1]), max_length) for i in range(len(src))]
    for m, t in mode:
        m.training = t
    out = torch.full((len(src), max_length + 1), pad, dtype=torch.long, device=src.device)
    for i, h in enumerate(best):
        out[i, :len(h[1])] = torch.tensor(h[1])
    return out, torch.tensor([score(h) for h in best])
