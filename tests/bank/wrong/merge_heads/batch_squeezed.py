"""A batch of one comes out without its batch side, as when the result is squeezed. The result always has three sides, even where one of them has length 1."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged.squeeze()
