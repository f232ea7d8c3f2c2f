"""Your scores are divided by d_k in all (queries and keys by sqrt(d_k) each, say); once by sqrt(d_k) is enough. Besides, the maximum that you subtract counts forbidden scores: mask first."""

import torch

def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = k.size(-1)
    scores = torch.matmul(q * d_k ** -0.5, k.mT * d_k ** -0.5)
    scores = scores - scores.amax(-1, keepdim=True).detach()
    e = scores.exp()
    if mask is not None:
        e = e * mask.to(e.dtype)
    total = e.sum(-1, keepdim=True)
    w = e / total.masked_fill(total == 0, 1)
    return w.matmul(v), w
