"""Your result has one row for each head, as when the numbers of heads and of tokens are taken for one another. x is (batch, heads, time, d_head); once transposed, (batch, time, heads, d_head)."""


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[2]
    time = x.shape[1]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = tokens.reshape(batch, time, d_model)
    merged = merged.contiguous()
    return merged
