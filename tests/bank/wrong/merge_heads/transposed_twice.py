"""Your code exchanges the last two sides as well, so the numbers of a head run over time; exchange heads and time only."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(2, 3)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
