"""Your width of a head is a float, since `/` always gives one; a side's length is a whole number: `//`."""


def split_heads(x, n_heads):
    batch, time, d_model = x.shape
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(batch, time, n_heads, d_model / n_heads).transpose(1, 2)
