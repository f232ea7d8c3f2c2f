"""Your code drops the side of the batch where there is one sentence only (`squeeze`): the result keeps it, with length 1."""


def split_heads(x, n_heads):
    batch, time, d_model = x.shape
    if d_model % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(batch, time, n_heads, d_model // n_heads).transpose(1, 2).squeeze(0)
