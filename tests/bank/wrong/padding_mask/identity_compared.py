"""Your code compares with `is` or `is not`, which ask for the very same object; equal whole numbers are one object for certain only where they are small. Compare with `!=`."""

import torch


def padding_mask(tokens, pad_id=0):
    return torch.tensor([[[token is not pad_id for token in row]] for row in tokens.tolist()])
