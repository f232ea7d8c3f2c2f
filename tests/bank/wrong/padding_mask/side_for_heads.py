"""Your mask has a side too many. Lesson 03 adds one for the heads; here it is (batch, 1, keys)."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id)[:, None, None, :]
