"""Your code stops at twice the length of the source. Only eos and max_length end a sentence."""

import torch


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        memory = model.encode(src)
        tokens = torch.full((src.shape[0], 1), bos_id)
        finished = torch.zeros(src.shape[0], dtype=torch.bool)
        while tokens.shape[1] < min(max_length, 2 * src.shape[1]) and not finished.all():
            best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)
            best = best.masked_fill(finished, getattr(model, "pad_id", 0))
            tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
            finished = finished | (best == eos_id)
    model.train(was_training)
    return tokens
