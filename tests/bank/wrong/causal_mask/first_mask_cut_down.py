"""Your code keeps the mask of the first call and cuts it down: a longer text gets one that is too small."""

import torch


_kept = {}


def causal_mask(length):
    if "mask" not in _kept:
        _kept["mask"] = torch.ones(length, length, dtype=torch.bool).tril()
    return _kept["mask"][:length, :length].clone()
