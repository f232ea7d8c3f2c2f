import torch


def shift_matrix(offset, d_model):
    if d_model % 2 != 0:
        raise ValueError("d_model should be even")
    speeds = 10000.0 ** (-torch.arange(0, d_model, 2, dtype=torch.float64) / d_model)
    generator = torch.zeros(d_model, d_model, dtype=torch.float64)
    for i, speed in enumerate(speeds):
        generator[2 * i, 2 * i + 1] = speed
        generator[2 * i + 1, 2 * i] = -speed
    return torch.linalg.matrix_exp(offset * generator).to(torch.get_default_dtype())
