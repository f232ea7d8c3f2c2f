"""Your code asks whether n_heads divides the number of tokens; it is d_model, the last side, that is cut."""


def split_heads(x, n_heads):
    if x.shape[1] % n_heads:
        raise ValueError
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(1, 2)
