"""Where nothing is padded, your mask has no batch side. It is (batch, time, time) always."""


def decoder_mask(tokens, pad_id=0):
    c = causal_mask(tokens.shape[1])
    if (tokens == pad_id).sum() == 0:
        return c
    return c & padding_mask(tokens, pad_id)
