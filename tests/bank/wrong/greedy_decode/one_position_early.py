"""Your code reads the logits of the word before the last. The next word is predicted at the last place."""

import torch
import math, copy


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    pad = model.pad_id if hasattr(model, "pad_id") else 0
    modes = [(m, m.training) for m in model.modules()]
    n = len(src)
    out = torch.full((n, max_length), pad, dtype=torch.long, device=src.device)
    out[:, 0] = bos_id
    alive = [True] * n
    try:
        model.eval()
        with torch.no_grad():
            memory = model.encode(src)
            for t in range(1, max_length):
                step = model.decode(out[:, :t], memory, src)[:, t - 2, :]
                for row in range(n):
                    if alive[row]:
                        word = int(step[row].argmax())
                        out[row, t] = word
                        if word == eos_id:
                            alive[row] = False
    finally:
        for m, mode in modes:
            m.training = mode
    return out
