"""Your code fills in only as many columns as there are queries; the other keys get a score of 0. There may be more keys than queries, or fewer."""

import torch


def attention_scores(q, k):
    n = q.size(-2)
    scores = q @ k.mT
    if scores.size(-1) > n:
        scores = torch.cat([scores[..., :n], scores[..., n:] * 0], dim=-1)
    return scores
