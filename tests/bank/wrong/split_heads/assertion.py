"""Your code uses `assert` where n_heads does not divide d_model; raise ValueError, which nobody can switch off."""


def split_heads(x, n_heads):
    assert x.shape[-1] % n_heads == 0
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(1, 2)
