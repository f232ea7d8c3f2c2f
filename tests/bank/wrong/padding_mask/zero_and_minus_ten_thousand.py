"""Your mask holds 0 and -10000, to be added to the scores. In this course a mask is boolean: True means may attend."""

def padding_mask(tokens, pad_id=0):
    attention_mask = (tokens != pad_id).float()
    extended_attention_mask = attention_mask[:, None, :]
    return (1.0 - extended_attention_mask) * -10000.0
