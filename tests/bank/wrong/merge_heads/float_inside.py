"""Your code turns its input into float32; keep the dtype that comes in."""


def merge_heads(x):
    x = x.float()
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
