"""Your code joins the masks with Python's `and`, which asks for a single yes or no; `&` joins them entry by entry."""

def decoder_mask(tokens, pad_id=0):
    return causal_mask(tokens.shape[1]) and padding_mask(tokens, pad_id)
