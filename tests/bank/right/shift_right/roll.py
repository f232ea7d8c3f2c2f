import torch


def shift_right(targets, bos_id=1, *, dim=-1):
    rolled = torch.roll(targets, 1, dims=dim)
    rolled[..., 0] = bos_id
    return rolled
