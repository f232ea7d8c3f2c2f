"""The values are right, but no gradient flows back through your code: look for `detach`, `.data`, no_grad, or a tensor made anew from numbers."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    x = x.detach()
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
