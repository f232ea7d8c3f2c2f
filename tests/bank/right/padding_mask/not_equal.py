import torch


def padding_mask(tokens, pad_id=0):
    is_padding = torch.eq(tokens.unsqueeze(1), pad_id)
    return torch.logical_not(is_padding)
