"""Your code hides a place in every sentence when it is padding in one: each sentence has its own padding."""

import torch


def decoder_mask(tokens, pad_id=0):
    real = (tokens != pad_id).unsqueeze(1)
    real = real.all(dim=0, keepdim=True).expand_as(real)
    time = tokens.shape[1]
    causal = torch.ones(time, time, dtype=torch.bool, device=tokens.device).tril()
    return real & causal
