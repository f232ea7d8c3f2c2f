"""Your code transposes first and reshapes then, which mixes the words. Split the last side first, and transpose after that."""


def split_heads(x, n_heads):
    b, t, d = x.shape
    if d % n_heads:
        raise ValueError("no")
    return x.transpose(1, 2).reshape(b, n_heads, t, d // n_heads)
