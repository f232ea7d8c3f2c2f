"""Your mask is causal but lets padding be seen; combine it with the padding mask."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past.expand(len(tokens), -1, -1)
    return mask
