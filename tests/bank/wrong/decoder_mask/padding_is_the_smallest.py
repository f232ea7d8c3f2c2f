"""Your code asks whether a token is larger than pad_id; smaller ids are words too. Ask whether it differs."""

import torch

def decoder_mask(tokens, pad_id=0):
    t = torch.arange(tokens.shape[1])
    return (t[None, :] <= t[:, None])[None] & (tokens > pad_id)[:, None, :]
