"""Your code makes d_model // n_heads heads of width n_heads; it should be n_heads heads of width d_model // n_heads."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.reshape(x.shape[0], x.shape[1], -1, n_heads).transpose(1, 2)
