"""The result is right, but your code changes the tokens it was given. Work on a new tensor."""


def padding_mask(tokens, pad_id=0):
    real = (tokens != pad_id).unsqueeze(1)
    tokens.masked_fill_(~real.squeeze(1), -1)
    return real
