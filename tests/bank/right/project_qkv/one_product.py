import torch


def project_qkv(x, W_q, W_k, W_v, *, bias=None):
    together = torch.matmul(x, torch.cat([W_q, W_k, W_v], dim=1))
    if bias is not None:
        together = together + bias
    return torch.split(together, [W_q.shape[1], W_k.shape[1], W_v.shape[1]], dim=-1)
