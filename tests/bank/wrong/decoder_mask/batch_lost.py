"""Your mask has only the padding of the first sentence; every sentence has its own."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens[:1] != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
