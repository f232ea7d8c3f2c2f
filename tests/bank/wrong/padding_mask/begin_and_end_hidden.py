"""Your mask hides the ids 1 and 2, <bos> and <eos>, as well. Only pad_id is padding."""

def padding_mask(tokens, pad_id=0):
    keep = tokens != pad_id
    for special in (1, 2):
        keep = keep & (tokens != special)
    return keep.unsqueeze(1)
