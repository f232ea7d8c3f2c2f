"""Your code exchanges the last two sides, time and d_head, so numbers of different tokens are mixed. The sides to exchange are heads and time."""


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
