"""Where the targets already begin with bos your code only cuts the end; the contract puts bos in front whatever stands there."""

import torch

def shift_right(targets, bos_id=1):
    if (targets[:, 0] == bos_id).all():
        return targets[:, :-1]
    return torch.cat([targets.new_full((targets.size(0), 1), bos_id), targets[:, :-1]], dim=1)
