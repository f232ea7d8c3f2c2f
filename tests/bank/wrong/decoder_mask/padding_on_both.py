"""Your mask also switches off the rows of padded queries; the contract masks keys only, and those rows would have nothing to attend to."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1) & words.unsqueeze(2)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
