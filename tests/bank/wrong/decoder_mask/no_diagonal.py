"""Your mask hides each token from itself, so the first token sees nothing; the diagonal belongs to the past."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril(diagonal=-1)
    mask = past & words
    return mask
