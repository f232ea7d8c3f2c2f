"""Your mask is (batch, keys, keys) and silences the padding as a query too. Only the keys matter: (batch, 1, keys)."""


def padding_mask(tokens, pad_id=0):
    real = tokens != pad_id
    return real[:, :, None] & real[:, None, :]
