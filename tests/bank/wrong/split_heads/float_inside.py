"""Your result is float32 whatever the dtype of x, as when x is turned into float32 or the heads are written into a tensor made without a dtype; keep the dtype that comes in."""


def split_heads(x, n_heads):
    x = x.float()
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
