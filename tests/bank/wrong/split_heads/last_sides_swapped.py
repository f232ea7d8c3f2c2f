"""Your code gives (batch, heads, d_head, time): one exchange too many. A token's d_head numbers stay last."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).permute(0, 2, 3, 1)
