def merge_heads(x):
    return x.swapaxes(-3, -2).flatten(start_dim=-2)
