"""Your mask is (1, batch, keys): the new side of length 1 stands first. It belongs between batch and keys."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).unsqueeze(0)
