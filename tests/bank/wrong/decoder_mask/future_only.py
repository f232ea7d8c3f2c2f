"""Your mask allows only what comes after each token: torch.triu with diagonal=1 is what is to be hidden."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    future = torch.ones(time, time, dtype=torch.bool).triu(diagonal=1)
    return future & (tokens != pad_id).unsqueeze(1)
