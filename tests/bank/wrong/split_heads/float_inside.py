"""Your code turns its input into float32; keep the dtype that comes in."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.float().reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(1, 2)
