"""Your code reads heads and batch in the wrong order where it takes them apart, so numbers of different sentences are mixed."""

def merge_heads(x):
    batch, heads, time, d_head = x.shape
    x = x.reshape(batch * heads, time, d_head)
    x = x.view(heads, batch, time, d_head).permute(1, 2, 0, 3)
    return x.reshape(batch, time, heads * d_head)
