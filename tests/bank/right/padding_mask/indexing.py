def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id)[:, None, :]
