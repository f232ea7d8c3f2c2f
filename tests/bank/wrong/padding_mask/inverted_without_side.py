"""Your mask is True on the padding; True means may attend. And it is (batch, keys): put a side of length 1 between them for the queries."""


def padding_mask(tokens, pad_id=0):
    return tokens == pad_id
