"""Your code takes the first sentence's padding for all. Each sentence has its own."""


def padding_mask(tokens, pad_id=0):
    return (tokens[:1] != pad_id).unsqueeze(1).expand(len(tokens), 1, tokens.shape[1])
