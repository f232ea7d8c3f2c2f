"""Your mask holds the whole numbers 0 and 1. It should be boolean: a comparison is, as it stands."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).unsqueeze(1).long()
