import torch


def jacobian_norms(W, steps):
    powers = [torch.linalg.matrix_power(W, t + 1) for t in range(steps)]
    return torch.tensor([torch.linalg.svdvals(power).max().item() for power in powers], dtype=W.dtype)
