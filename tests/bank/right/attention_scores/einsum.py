from torch import einsum


def attention_scores(q, k):
    return einsum("...qd,...kd->...qk", q, k)
