"""Your code cuts the last side but leaves time before the heads: (batch, time, heads, d_head). Exchange the two middle sides."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut
    heads = heads.contiguous()
    return heads
