"""Your code writes eos over the last word of a row that is cut off; such a row has no eos."""

import torch

@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    memory = model.encode(src)
    out = torch.full((src.size(0), 1), bos_id, dtype=torch.long)
    done = torch.zeros(src.size(0), dtype=torch.bool)
    while out.size(1) < max_length and not done.all():
        nxt = model.decode(out, memory, src)[:, -1].argmax(-1)
        nxt = torch.where(done, torch.full_like(nxt, pad), nxt)
        out = torch.cat([out, nxt[:, None]], 1)
        done = done | (nxt == eos_id)
    model.train(was_training)
    out[~done, -1] = eos_id
    return out
