"""Your code exchanges the last two sides as well, so the numbers of a head run over time; exchange heads and time only."""


def merge_heads(x):
    batch, heads, time, d_head = x.shape
    return x.transpose(2, 3).reshape(batch, time, heads * d_head)
