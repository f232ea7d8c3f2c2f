"""Your code makes d_model // n_heads heads of width n_heads; it should be n_heads heads of width d_model // n_heads."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, d_head, n_heads)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
