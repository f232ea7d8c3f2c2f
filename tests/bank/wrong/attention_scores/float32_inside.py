"""Your code turns its inputs into float32. Keep the dtype that came in."""


def attention_scores(q, k):
    return q.float() @ k.float().transpose(-2, -1)
