"""Where every row begins with bos, your code returns the targets as they are. Shift whatever comes."""

import torch


def shift_right(targets, bos_id=1):
    if bool((targets[:, 0] == bos_id).all()):
        return targets.clone()
    first = torch.full((targets.shape[0], 1), bos_id, dtype=targets.dtype, device=targets.device)
    return torch.cat([first, targets[:, :-1]], dim=1)
