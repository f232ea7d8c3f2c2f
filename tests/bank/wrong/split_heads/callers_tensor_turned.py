"""Your code exchanges the sides of the caller's own x (`transpose_`), and it stays so after the call. Without the underscore `transpose` leaves x as it is."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    turned = x.transpose_(1, 2)
    cut = turned.reshape(batch, n_heads, d_head, time)
    heads = cut.transpose(2, 3)
    heads = heads.contiguous()
    return heads
