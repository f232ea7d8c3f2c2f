import torch


def split_heads(x, n_heads):
    d_model = x.shape[-1]
    if d_model % n_heads:
        raise ValueError
    selectors = torch.eye(d_model, dtype=x.dtype).reshape(n_heads, d_model // n_heads, d_model)
    return torch.einsum("btd,hed->bhte", x, selectors)
