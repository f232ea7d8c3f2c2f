"""Your mask is (batch, keys, 1), which silences the padding as a query and still lets everyone read it. The padding is to be hidden as a key: the last side."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).unsqueeze(-1)
