"""Your code puts head 0 into every head's place. Where your code walks over the heads, the number of the round must choose the head."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x[:, :1].expand(-1, heads, -1, -1).transpose(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
