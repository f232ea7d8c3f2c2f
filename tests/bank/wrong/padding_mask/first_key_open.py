"""Your mask allows the first key always, padding or not. Each entry says only whether that token is a word; a query with nothing to see is the softmax's business."""

def padding_mask(tokens, pad_id=0):
    mask = tokens != pad_id
    mask[:, 0] = True
    return mask[:, None]
