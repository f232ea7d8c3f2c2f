"""Where n_heads does not divide d_model your code fails with an error that explains nothing; test it first and raise ValueError."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
