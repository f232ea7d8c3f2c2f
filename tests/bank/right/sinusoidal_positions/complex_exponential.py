import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2 == 1:
        raise ValueError("d_model")
    angles = torch.einsum("p,i->pi", torch.arange(float(length)), 1e4 ** (-torch.arange(0.0, d_model, 2.0) / d_model))
    turn = torch.polar(torch.ones_like(angles), angles)
    return torch.stack((turn.imag, turn.real), dim=2).reshape(length, d_model)
