"""The numbers are right, but no gradient flows back through your code, neither to q and k nor to v. Leave out detach, numpy and no_grad."""

import math


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q.detach() @ k.detach().transpose(-2, -1) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    weights = softmax(scores, dim=-1)
    return weights @ v.detach(), weights
