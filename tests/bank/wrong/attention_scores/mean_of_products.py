"""Your code averages the products over d_k. A dot product is their sum."""


def attention_scores(q, k):
    return q @ k.transpose(-2, -1) / q.shape[-1]
