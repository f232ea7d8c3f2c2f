import torch.nn.functional as F


def project_qkv(x, W_q, W_k, W_v):
    queries = F.linear(x, W_q.t())
    keys = F.linear(x, W_k.t())
    values = F.linear(x, W_v.t())
    return [queries, keys, values]
