"""Your code refuses every odd d_model. It need only be divisible by n_heads: 9 numbers make 3 heads."""

def split_heads(x, n_heads):
    d = x.shape[-1]
    if d % n_heads != 0 or d % 2 != 0:
        raise ValueError("d_model must be even and divisible")
    return x.unflatten(-1, (n_heads, d // n_heads)).swapaxes(1, 2)
