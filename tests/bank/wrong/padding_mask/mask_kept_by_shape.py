"""Your code keeps its answer by the shape of the tokens, so other tokens of the same shape get the old mask. Compute it anew in every call."""

import torch

MASKS = {}


def padding_mask(tokens, pad_id=0):
    key = (tuple(tokens.shape), pad_id)
    if key not in MASKS:
        MASKS[key] = (tokens != pad_id).unsqueeze(1)
    return MASKS[key]
