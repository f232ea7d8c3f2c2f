"""Your code opens a sentence that is all padding: its tokens are padding all the same, and False."""


def padding_mask(tokens, pad_id=0):
    real = tokens != pad_id
    return (real | ~real.any(dim=1, keepdim=True)).unsqueeze(1)
