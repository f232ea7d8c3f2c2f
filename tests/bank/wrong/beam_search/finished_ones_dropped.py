"""Your code drops finished hypotheses, which then cannot win. They stay in the running with the score they have."""

import torch
import torch.nn.functional as F
from torch import nn
import math, copy


@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    """finished hypotheses leave the beam for a list; what is left over shrinks the beam"""
    was = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    rows, scores = [], []
    for b in range(src.shape[0]):
        one = src[b:b + 1]
        memory = model.encode(one)
        alive = torch.full((1, 1), bos_id, dtype=torch.long, device=src.device)
        sums = torch.zeros(1, device=src.device)
        finished = []
        while alive.shape[0] > 0 and alive.shape[1] < max_length:
            n = alive.shape[0]
            logp = F.log_softmax(model.decode(alive, memory.expand(n, -1, -1), one.expand(n, -1))[:, -1], dim=-1)
            total = (sums[:, None] + logp).flatten()
            width = min(beam_size - len(finished), total.numel())
            sums, flat = total.topk(width)
            parent = torch.div(flat, logp.shape[-1], rounding_mode="floor")
            word = flat % logp.shape[-1]
            alive = torch.cat([alive[parent], word[:, None]], dim=1)
            ended = word == eos_id
            length = alive.shape[1] - 1
            for ids, s in zip(alive[ended], sums[ended]):
                leftover = (float(s) / ((5 + length) / 6) ** length_penalty, ids)
            alive, sums = alive[~ended], sums[~ended]
        length = alive.shape[1] - 1
        for ids, s in zip(alive, sums):
            finished.append((float(s) / ((5 + length) / 6) ** length_penalty, ids))
        score, ids = max(finished, key=lambda pair: pair[0]) if finished else leftover
        rows.append(ids)
        scores.append(score)
    model.train(was)
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=pad), torch.tensor(scores, device=src.device)
