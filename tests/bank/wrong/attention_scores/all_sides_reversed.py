"""`.T` reverses all sides of a tensor, the batch included. Let only the last two change places."""


def attention_scores(q, k):
    return q @ k.T
