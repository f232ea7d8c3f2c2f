"""Your result has time before batch. The batch stays the first side: (batch, time, d_model)."""

def merge_heads(x):
    batch, heads, time, d_head = x.shape
    return x.permute(2, 0, 1, 3).contiguous().view(time, batch, heads * d_head)
