"""Your code gives (batch, time, d_head, heads): it exchanges heads and numbers. Exchange heads and time."""


def split_heads(x, n_heads):
    batch, time, d_model = x.shape
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(batch, time, n_heads, d_model // n_heads).transpose(2, 3)
