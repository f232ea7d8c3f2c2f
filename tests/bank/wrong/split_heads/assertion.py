"""Your code uses `assert` where n_heads does not divide d_model; raise ValueError, which nobody can switch off."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    assert d_model % n_heads == 0
    d_head = d_model // n_heads
    cut = x.reshape(batch, time, n_heads, d_head)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
