"""Your code rolls the last token around to the front, where bos should stand. The decoder begins every sentence with bos."""

import torch


def shift_right(targets, bos_id=1):
    return torch.roll(targets, 1, dims=1)
