"""Your padding mask is (batch, time), so its sentences line up with the queries; give it a side of length 1 for them."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
