"""Your einsum leaves the leading sides out of its result, so it adds up over them. Write the three dots on the right of the arrow too."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = torch.einsum("...qd,...dk->qk", q, k)
    return scores
