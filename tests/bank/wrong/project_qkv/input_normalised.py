"""Your code normalises x before it projects (LayerNorm), as GPT-2's layers do. Here x is multiplied as it comes; norms have a place of their own in lesson 04."""

import torch.nn.functional as F


def project_qkv(x, W_q, W_k, W_v):
    h = F.layer_norm(x, (x.shape[-1],))
    return h @ W_q, h @ W_k, h @ W_v
