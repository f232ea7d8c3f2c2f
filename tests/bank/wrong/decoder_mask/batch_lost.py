"""Your mask has only the padding of the first sentence; every sentence has its own."""

def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens[:1], pad_id) & causal_mask(tokens.shape[1])
