"""All your sentences are translated from the memory of the first one. Each sentence has its own row of the memory."""

import torch
import torch.nn.functional as F
from torch import nn


@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    before = model.training
    model.eval()
    memory = model.encode(src)
    pad, rows, marks = getattr(model, "pad_id", 0), [], []
    for b in range(src.shape[0]):
        live, sums, done = torch.tensor([[bos_id]]), memory.new_zeros(1), []
        for length in range(1, max_length):
            n = live.shape[0]
            logits = model.decode(live, memory[:1].expand(n, -1, -1), src[b].expand(n, -1))
            log_p = F.log_softmax(logits[:, -1], -1)
            sums, idx = (sums[:, None] + log_p).flatten().topk(min(beam_size - len(done), n * log_p.shape[1]))
            word = idx % log_p.shape[1]
            live = torch.cat([live[idx // log_p.shape[1]], word[:, None]], 1)
            fin = word.eq(eos_id)
            done += [(s / ((5 + length) / 6) ** length_penalty, h) for s, h in zip(sums[fin], live[fin])]
            live, sums = live[~fin], sums[~fin]
            if len(live) == 0:
                break
        done += [(s / ((5 + live.shape[1] - 1) / 6) ** length_penalty, h) for s, h in zip(sums, live)]
        mark, row = max(done, key=lambda d: float(d[0]))
        rows.append(row), marks.append(mark)
    model.train(before)
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=pad), torch.stack(marks)
