"""Your code relies on how the numbers lie in memory, so a transposed tensor raises an error; use `reshape`, or `view` on the last side only."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.view(-1).view(x.shape[0], x.shape[1], n_heads, x.shape[-1] // n_heads).transpose(1, 2)
