"""Your code compares the keys with themselves. The first of the two is q."""


def attention_scores(q, k):
    return k @ k.transpose(-2, -1)
