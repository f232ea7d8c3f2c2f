def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    b, t, d = x.size()
    return x.view(b, t, n_heads, d // n_heads).permute(0, 2, 1, 3)
