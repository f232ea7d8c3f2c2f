"""Your mask is (batch, keys, keys), with the same row for every query. One row is enough, and is broadcast: (batch, 1, keys)."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).unsqueeze(1).expand(-1, tokens.shape[1], -1)
