"""When all sentences have ended, your code returns before it puts the model's mode back, so the model stays in evaluation. Break out of the loop, and restore the mode at the end."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    batch = src.size(0)
    memory = model.encode(src)
    ys = torch.full((batch, 1), bos_id, dtype=torch.long, device=src.device)
    done = torch.zeros(batch, dtype=torch.bool, device=src.device)
    while ys.size(1) < max_length:
        next_word = model.decode(ys, memory, src)[:, -1].argmax(dim=-1)
        next_word = torch.where(done, torch.full_like(next_word, pad_id), next_word)
        ys = torch.cat([ys, next_word.unsqueeze(1)], dim=1)
        done = done | (next_word == eos_id)
        if done.all():
            return ys
    model.train(was_training)
    return ys
