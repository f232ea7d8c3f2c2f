"""Your code averages over all words, the padding included; only words whose mask is True count."""


def masked_mean(x, mask):
    return x.mean(dim=1)
