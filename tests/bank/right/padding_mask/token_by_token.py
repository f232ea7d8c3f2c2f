import torch


def padding_mask(tokens, pad_id=0):
    return torch.tensor([[[token != pad_id for token in row]] for row in tokens.tolist()])
