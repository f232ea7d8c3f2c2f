"""Your code hides everything after the first padding. Padding may also stand in front: look at each token."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).long().cumprod(dim=1).bool().unsqueeze(1)
