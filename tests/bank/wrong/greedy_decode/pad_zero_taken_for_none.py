"""Your code takes a pad_id of 0 for none (`or`), and fills with something else. Ask whether the model has one: `getattr(model, "pad_id", 0)`."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    pad_id = getattr(model, "pad_id", None) or eos_id
    was_training = model.training
    model.eval()
    memory = model.encode(src)
    tokens = torch.full((len(src), 1), bos_id, dtype=torch.long, device=src.device)
    finished = torch.zeros(len(src), dtype=torch.bool, device=src.device)
    for _ in range(max_length - 1):
        best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)
        best = best.masked_fill(finished, pad_id)
        tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
        finished = finished | (best == eos_id)
        if finished.all():
            break
    model.train(was_training)
    return tokens
