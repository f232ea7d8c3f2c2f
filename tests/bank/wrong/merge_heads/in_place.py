"""The result is right, but your code exchanges the sides of the tensor it was given; the caller still needs it. Use `transpose`, without the underscore."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose_(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
