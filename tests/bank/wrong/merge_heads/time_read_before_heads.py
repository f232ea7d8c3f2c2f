"""Your code reads the sides of x as (batch, time, heads, d_head), but x comes as (batch, heads, time, d_head)."""


def merge_heads(x):
    batch, time, n_heads, d_head = x.shape
    return x.transpose(1, 2).reshape(batch, time, n_heads * d_head)
