"""A single sentence, (time, d_model), comes back with a batch side of 1 in front. The leading sides of x stay as they are, none or several."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    if x.dim() == 2:
        x = x.unsqueeze(0)
    return torch.matmul(x, W_q), torch.matmul(x, W_k), torch.matmul(x, W_v)
