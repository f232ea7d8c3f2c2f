"""Your code cuts the last side but leaves time before the heads: (batch, time, heads, d_head). Exchange the two middle sides."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1)
