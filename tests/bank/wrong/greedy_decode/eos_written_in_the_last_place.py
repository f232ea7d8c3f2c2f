"""In the last place your code writes eos, whatever the model finds most likely. A sentence that does not end by itself is cut off."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    memory = model.encode(src)
    tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long)
    finished = torch.zeros(src.shape[0], dtype=torch.bool)
    for place in range(1, max_length):
        best = model.decode(tokens, memory, src)[:, -1].argmax(-1)
        if place == max_length - 1:
            best = torch.full_like(best, eos_id)
        best = best.masked_fill(finished, pad_id)
        tokens = torch.cat([tokens, best[:, None]], 1)
        finished = finished | (best == eos_id)
        if finished.all():
            break
    model.train(was_training)
    return tokens
