"""Your code views x straight as (batch, heads, time, d_head): the shape is right, but a head then holds pieces of different tokens. Cut the last side first, then exchange time and heads."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.reshape(batch, n_heads, time, d_head)
    heads = heads.contiguous()
    return heads
