"""Your mask lets a token see only itself and the two before it. It sees everything that came before."""

import torch

def causal_mask(length):
    window = 3
    full = torch.ones(length, length, dtype=torch.bool)
    return full.tril() & full.triu(1 - window)
