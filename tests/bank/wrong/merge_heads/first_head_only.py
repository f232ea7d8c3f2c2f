"""Your code returns the first head only; all of them belong side by side."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = tokens[:, :, 0]
    merged = merged.contiguous()
    return merged
