"""Your padding mask lies along the queries: it switches off rows of padding, but padding is still seen by everyone. Put it along the last side, the keys."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(2)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
