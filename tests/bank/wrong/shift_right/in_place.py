"""The result is right, but your code writes into the targets, and the loss still needs them. Work on a new tensor."""

def shift_right(targets, bos_id=1):
    targets[:, 1:] = targets[:, :-1].clone()
    targets[:, 0] = bos_id
    return targets
