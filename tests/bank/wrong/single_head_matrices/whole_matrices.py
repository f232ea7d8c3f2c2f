"""Your code returns the matrices of all heads together, (d_model, d_model); cut out the one that is asked for."""


def single_head_matrices(attention, head):
    return attention.w_q.weight.T, attention.w_k.weight.T, attention.w_v.weight.T
