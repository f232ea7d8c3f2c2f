import torch


def future(n):
    return torch.ones((n, n), dtype=torch.bool).triu(diagonal=1)


def decoder_mask(tokens, pad_id=0):
    forbidden = torch.logical_or(future(tokens.shape[1]), torch.eq(tokens, pad_id).unsqueeze(-2))
    return torch.logical_not(forbidden)
