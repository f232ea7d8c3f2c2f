"""Your code puts the heads before the batch; the order is (batch, heads, time, d_head)."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.permute(2, 0, 1, 3)
    heads = heads.contiguous()
    return heads
