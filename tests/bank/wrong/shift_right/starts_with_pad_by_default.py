"""Your default for bos_id is 0, which is padding; it should be 1, the id of <bos> in this course."""

import torch


def shift_right(targets, bos_id=0):
    shifted = torch.empty_like(targets)
    shifted[:, 0] = bos_id
    shifted[:, 1:] = targets[:, :-1]
    return shifted
