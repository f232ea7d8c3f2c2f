import torch


def split_heads(x, n_heads):
    try:
        return x.unflatten(-1, (n_heads, -1)).movedim(-2, -3).contiguous()
    except RuntimeError as error:
        raise ValueError(str(error)) from error
