"""Your code leaves the log-probability of eos out of a finished sentence's score: eos is a word like the others."""

import torch
import torch.nn.functional as F
from torch import nn


def _search_one(model, src, beam_size, max_length, bos_id, eos_id, length_penalty):
    memory = model.encode(src)
    live = torch.full((1, 1), bos_id, dtype=torch.long, device=src.device)
    totals = torch.zeros(1, dtype=memory.dtype, device=src.device)
    done = []

    def score(total, row):
        length = row.shape[0] - 1
        return total / ((5 + length) / 6) ** length_penalty

    while live.shape[0] and live.shape[1] < max_length:
        many = live.shape[0]
        logits = model.decode(live, memory.expand(many, -1, -1), src.expand(many, -1))[:, -1]
        log_p = F.log_softmax(logits, dim=-1)
        table = totals[:, None] + log_p
        k = min(beam_size - len(done), table.numel())
        totals, places = table.flatten().topk(k)
        parents, words = places // log_p.shape[-1], places % log_p.shape[-1]
        live = torch.cat([live[parents], words[:, None]], dim=1)
        ended = words == eos_id
        for total, row in zip(totals[ended], live[ended]):
            done.append((score(total - log_p[parents[(live == row).all(1)][0], eos_id], row), row))
        live, totals = live[~ended], totals[~ended]
    for total, row in zip(totals, live):
        done.append((score(total, row), row))
    return max(done, key=lambda one: one[0].item())


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    with torch.no_grad():
        best = [_search_one(model, row[None], beam_size, max_length, bos_id, eos_id, length_penalty) for row in src]
    model.train(was_training)
    tokens = nn.utils.rnn.pad_sequence([row for _, row in best], batch_first=True, padding_value=pad_id)
    return tokens, torch.stack([value for value, _ in best])
