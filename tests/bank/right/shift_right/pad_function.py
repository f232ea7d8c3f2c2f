import torch.nn.functional as functional


def shift_right(targets, bos_id=1):
    return functional.pad(targets, (1, 0), value=bos_id)[..., :-1]
