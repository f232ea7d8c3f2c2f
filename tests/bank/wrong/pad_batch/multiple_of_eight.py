"""Above 8, your code rounds the width up to a multiple of 8. The longest sequence gives the width, whatever it is."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("empty")
    n = max(len(s) for s in sequences)
    if n > 8:
        n = -(-n // 8) * 8
    out = torch.full((len(sequences), n), pad_id, dtype=torch.long)
    for i, s in enumerate(sequences):
        for j, token in enumerate(s):
            out[i, j] = token
    return out
