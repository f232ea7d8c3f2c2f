"""Your result is float32 whatever comes in, as after `.float()` or from an empty tensor made without a dtype. Keep the dtype of x."""


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
