"""The numbers are right, but the weights that you return carry no gradient; whoever trains through them gets none. Look for detach, `.data` or no_grad."""

import torch

def scaled_dot_product_attention(q, k, v, mask=None):
    s = torch.einsum("...qd,...kd->...qk", q, k) / q.shape[-1] ** 0.5
    if mask is not None:
        s = torch.where(mask, s, torch.full_like(s, float("-inf")))
    w = torch.softmax(s, -1)
    w = torch.nan_to_num(w, nan=0.0) if mask is not None else w
    return torch.einsum("...qk,...kd->...qd", w, v), w.detach()
