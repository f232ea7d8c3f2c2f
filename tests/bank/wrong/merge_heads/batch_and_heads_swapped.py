"""Your code reads the numbers of x as (heads, batch, time, d_head), so different sentences are mixed. x comes with the batch first: (batch, heads, time, d_head)."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    x = x.reshape(heads, batch, time, d_head).transpose(0, 1)
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
