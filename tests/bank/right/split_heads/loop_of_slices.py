import torch


class DoesNotDivide(ValueError):
    pass


def split_heads(x, n_heads):
    width, rest = divmod(x.size(2), n_heads)
    if rest:
        raise DoesNotDivide("no")
    out = torch.empty(x.size(0), n_heads, x.size(1), width, dtype=x.dtype, device=x.device)
    for head in range(n_heads):
        out[:, head] = x[:, :, head * width : (head + 1) * width]
    return out
