"""Your code adds the heads up; they belong side by side, (batch, time, heads * d_head)."""


def merge_heads(x):
    return x.sum(dim=1)
