def shift_right(targets, bos_id=1):
    out = targets.new_full(targets.shape, bos_id)
    out[:, 1:] = targets[:, :-1]
    return out
