"""Your code subtracts the mean of all keys from each: a score is the dot product with the key as it is."""


def attention_scores(q, k):
    return q @ (k - k.mean(dim=-2, keepdim=True)).transpose(-2, -1)
