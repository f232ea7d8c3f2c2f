"""Your code counts a sentence's words and takes what stands after so many for padding; each token counts for itself, wherever it stands."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = (torch.arange(time) < words.sum(dim=1, keepdim=True)).unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
