"""Your code puts a tanh on the results. Queries, keys and values are plain matrix products."""

import torch


def project_qkv(x, W_q, W_k, W_v):
    return tuple(torch.tanh(x @ W) for W in (W_q, W_k, W_v))
