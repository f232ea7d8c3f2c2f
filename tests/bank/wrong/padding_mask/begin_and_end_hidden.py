"""Your mask hides other ids than pad_id too. Every token is real but the padding."""

def padding_mask(tokens, pad_id=0):
    keep = tokens != pad_id
    for special in (1, 2):
        keep = keep & (tokens != special)
    return keep.unsqueeze(1)
