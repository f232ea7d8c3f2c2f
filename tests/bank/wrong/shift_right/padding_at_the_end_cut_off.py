"""Your code cuts off columns in which all rows are padding. The result has the shape of the targets."""

import torch


def shift_right(targets, bos_id=1):
    shifted = torch.cat([torch.full_like(targets[:, :1], bos_id), targets[:, :-1]], dim=1)
    used = (shifted != 0).any(dim=0)
    return shifted[:, : int(used.nonzero().max()) + 1]
