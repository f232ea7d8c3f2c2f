"""Your code reshapes straight to (batch, time, d_model): the shape is right, but a token then holds pieces of different tokens. Exchange heads and time first."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    merged = x.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
