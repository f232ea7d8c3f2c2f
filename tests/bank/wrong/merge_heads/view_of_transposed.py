"""Your code calls `view` on a transposed tensor, whose numbers do not lie in that order in memory; use `reshape`, or `.contiguous()` first."""


def merge_heads(x):
    batch, heads, time, d_head = x.shape
    return x.transpose(1, 2).view(batch, time, heads * d_head)
