"""Your code marks the padding in the caller's tokens, and they stay changed after the call. Compare the tokens with pad_id; do not write into them."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    tokens[tokens == pad_id] = -1
    words = tokens >= 0
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
