"""Your code views x straight as (batch, heads, time, d_head): the shape is right, but a head then holds pieces of different tokens. Cut the last side first, then exchange time and heads."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], n_heads, x.shape[1], -1)
