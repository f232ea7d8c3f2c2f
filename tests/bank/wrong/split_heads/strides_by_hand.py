"""Your code computes itself where the numbers lie in memory, which is right only for an x that lies there in one piece. `view`, `reshape` and `transpose` know the strides."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.as_strided((batch, time, n_heads, d_head), (time * d_model, d_model, d_head, 1))
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
