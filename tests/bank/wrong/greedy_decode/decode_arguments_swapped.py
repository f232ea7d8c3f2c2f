"""Your code gives decode the source before the memory; it is decode(tgt, memory, src)."""

import torch


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    with torch.no_grad():
        memory = model.encode(src)
        tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long, device=src.device)
        finished = torch.zeros(src.shape[0], dtype=torch.bool, device=src.device)
        while tokens.shape[1] < max_length and not finished.all():
            best = model.decode(tokens, src, memory)[:, -1].argmax(dim=-1)
            best = best.masked_fill(finished, pad_id)
            tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
            finished = finished | (best == eos_id)
    model.train(was_training)
    return tokens
