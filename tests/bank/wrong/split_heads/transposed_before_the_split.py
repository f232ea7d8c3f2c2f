"""Your code transposes first and reshapes then, which mixes the words. Split the last side first, and transpose after that."""


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = x.transpose(1, 2)
    heads = cut.reshape(batch, n_heads, time, d_head)
    heads = heads.contiguous()
    return heads
