"""Your mask shows the future and hides the past: the triangle is the wrong way round."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.triu()
    mask = past & words
    return mask
