"""Your code turns sides 1 and 2 around, which are the last two only where there are three. Count from the end: -2 and -1."""


def attention_scores(q, k):
    return q @ k.transpose(1, 2)
