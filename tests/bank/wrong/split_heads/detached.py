"""The values are right, but no gradient flows back through your code: look for `detach`, `.data`, no_grad, or a tensor made anew from numbers."""


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return x.detach().reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(1, 2)
