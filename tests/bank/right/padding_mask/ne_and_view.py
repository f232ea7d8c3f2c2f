def padding_mask(tokens, pad_id=0):
    batch, keys = tokens.shape
    return tokens.ne(pad_id).view(batch, 1, keys)
