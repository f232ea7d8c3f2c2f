"""Your code compares query i with key i only. Every query meets every key."""


def attention_scores(q, k):
    scores = (q * k).sum(dim=-1)
    return scores
