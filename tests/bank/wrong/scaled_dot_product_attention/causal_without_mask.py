"""Without a mask your code uses a causal one. No mask means that every key may be attended to."""

import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    if mask is None:
        mask = torch.ones(q.size(-2), k.size(-2), dtype=torch.bool, device=q.device).tril()
    scores = scale_scores(attention_scores(q, k), q.size(-1))
    weights = attention_weights(scores, mask)
    return weighted_sum(weights, v), weights
