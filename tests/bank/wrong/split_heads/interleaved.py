"""Your code deals the numbers out to the heads in turn, as cards; each head should get d_head neighbours. In the view, heads come before d_head."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], x.shape[1], -1, n_heads).permute(0, 3, 1, 2)
