"""Your code shifts within one tensor and overwrites what it still has to copy. Build a new one."""


def shift_right(targets, bos_id=1):
    out = targets.clone()
    for t in range(1, targets.shape[-1]):
        out[..., t] = out[..., t - 1]
    out[..., 0] = bos_id
    return out
