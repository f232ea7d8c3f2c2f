"""Your code folds the heads into the batch; keep them as a side of their own, (batch, heads, time, d_head)."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    cut = x.reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(1, 2)
    return cut.reshape(-1, x.shape[1], x.shape[2] // n_heads)
