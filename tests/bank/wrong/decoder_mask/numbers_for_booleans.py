"""Your mask consists of floats; it must be boolean, True where a query may look."""

import torch

def decoder_mask(tokens, pad_id=0):
    t = torch.arange(tokens.shape[1])
    return (t[None, :] <= t[:, None])[None].float() * (tokens != pad_id)[:, None, :].float() * 1.0
