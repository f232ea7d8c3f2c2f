"""Your causal mask is as long as there are sentences; it must be as long as each sentence: the second side of tokens."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[0]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
