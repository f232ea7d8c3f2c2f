"""Your view is that of code with time first, (time, batch * heads, d_head); x has the batch first, so numbers of different sentences are mixed."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(time, batch * n_heads, d_head)
    heads = cut.transpose(0, 1).reshape(batch, n_heads, time, d_head)
    heads = heads.contiguous()
    return heads
