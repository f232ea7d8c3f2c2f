"""Your view is that of code with time first, (time, batch * heads, d_head); x has the batch first, so numbers of different sentences are mixed."""

def split_heads(x, n_heads):
    batch, time, d_model = x.shape
    if d_model % n_heads != 0:
        raise ValueError("d_model must be divisible by n_heads")
    d_head = d_model // n_heads
    x = x.reshape(time, batch * n_heads, d_head).transpose(0, 1)
    return x.reshape(batch, n_heads, time, d_head)
