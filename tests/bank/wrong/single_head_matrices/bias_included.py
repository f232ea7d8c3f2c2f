"""Your matrices have the bias added to them; a head's matrix is the weight's part alone, and x @ W leaves the bias out."""


def single_head_matrices(attention, head):
    layers = attention.w_q, attention.w_k, attention.w_v
    return tuple((one.weight.T + one.bias).chunk(attention.n_heads, dim=1)[head] for one in layers)
