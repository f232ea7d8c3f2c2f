"""Your mask has a fourth side for the heads; it is (batch, time, time), the attention adds that side itself."""

def decoder_mask(tokens, pad_id=0):
    return (padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])).unsqueeze(1)
