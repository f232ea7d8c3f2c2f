import torch


def scaled_dot_product_attention(q, k, v, mask=None):
    root = q.shape[-1] ** 0.5
    rows = []
    for i in range(q.shape[-2]):
        score = (k * q[..., i : i + 1, :]).sum(-1) / root  # (..., keys)
        if mask is not None:
            allowed = mask.expand(*q.shape[:-1], k.shape[-2])[..., i, :]
            score = torch.where(allowed, score, torch.tensor(float("-inf"), dtype=score.dtype))
        top = score.max(-1, keepdim=True).values.clamp(min=-1e30)
        share = torch.exp(score - top)
        rows.append(share / share.sum(-1, keepdim=True).clamp(min=1e-30))
    weights = torch.stack(rows, dim=-2)
    return weights @ v, weights
