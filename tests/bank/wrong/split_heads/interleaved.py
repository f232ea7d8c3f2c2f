"""Your code deals the numbers out to the heads in turn, as cards; each head should get d_head neighbours. With `view` or `reshape`, heads come before d_head."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, d_head, n_heads).transpose(2, 3)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
