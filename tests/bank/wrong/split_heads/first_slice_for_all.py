"""Your code gives every head the first d_head numbers; head h gets those from h * d_head on."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x[..., :d_head].unsqueeze(2).repeat(1, 1, n_heads, 1)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
