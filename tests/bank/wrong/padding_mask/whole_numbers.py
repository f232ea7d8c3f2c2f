"""Your mask holds the whole numbers 0 and 1. It should be boolean: leave out .long() and .int()."""


def padding_mask(tokens, pad_id=0):
    return (tokens != pad_id).unsqueeze(1).long()
