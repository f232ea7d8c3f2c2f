"""Your code switches gradients off and never on again, so nothing can be trained afterwards. `with torch.no_grad():` ends with its block."""

import torch

def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    torch.set_grad_enabled(False)
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    memory = model.encode(src)
    tokens = torch.full((len(src), 1), bos_id, dtype=torch.long)
    finished = torch.zeros(len(src), dtype=torch.bool)
    while tokens.shape[1] < max_length and not finished.all():
        best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1).masked_fill(finished, pad_id)
        tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
        finished = finished | (best == eos_id)
    model.train(was_training)
    return tokens
