"""Your code takes weights near 0 for 0: every weight counts, however small."""

import torch
def weighted_sum(weights, v):
    heavy = torch.where(weights.abs() < 0.01, torch.zeros_like(weights), weights)
    return torch.matmul(heavy, v)
