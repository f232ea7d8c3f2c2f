"""Your mask lets everyone see the first token even when it is padding; a key is seen only if it is no padding."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    words[..., 0] = True
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
