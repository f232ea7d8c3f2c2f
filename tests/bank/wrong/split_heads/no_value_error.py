"""Where n_heads does not divide d_model your code fails with an error that explains nothing; test it first and raise ValueError."""


def split_heads(x, n_heads):
    width = x.shape[-1] // n_heads
    return x.reshape(x.shape[0], x.shape[1], n_heads, width).transpose(1, 2)
