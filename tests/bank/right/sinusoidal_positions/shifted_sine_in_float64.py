import torch


def sinusoidal_positions(length, d_model):
    half, rest = divmod(d_model, 2)
    if rest:
        raise ValueError(d_model)
    k = torch.arange(d_model, dtype=torch.float64)
    speed = torch.pow(10000.0, -2 * torch.div(k, 2, rounding_mode="floor") / d_model)
    phase = (k % 2) * torch.pi / 2
    return torch.sin(torch.outer(torch.arange(length, dtype=torch.float64), speed) + phase).float()
