"""Your code turns sides 1 and 2 around, which are the last two only in a batch of three dimensions. Count from the end: -2 and -1."""


def attention_scores(q, k):
    if k.dim() == 2:
        return q @ k.T
    return q @ k.transpose(1, 2)
