import torch


def project_qkv(x, W_q, W_k, W_v):
    return tuple(torch.einsum("...td,dk->...tk", x, W) for W in (W_q, W_k, W_v))
