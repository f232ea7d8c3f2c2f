"""Your mask is True on the padding. True means may attend: it belongs to the real words."""


def padding_mask(tokens, pad_id=0):
    return (tokens == pad_id).unsqueeze(1)
