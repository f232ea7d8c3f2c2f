import torch


def noam_learning_rate(step, d_model=512, warmup=4000):
    s = torch.tensor(float(max(step, 1)), dtype=torch.float64)
    return (torch.minimum(s.rsqrt(), s * warmup**-1.5) / d_model**0.5).item()
