"""Python's `not` asks whether a whole tensor is true, which has no answer. Turn each entry around with `~`, or compare with `!=`."""


def padding_mask(tokens, pad_id=0):
    return (not (tokens == pad_id)).unsqueeze(1)
