"""Your code puts the heads before the batch; the order is (batch, heads, time, d_head)."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).permute(2, 0, 1, 3)
