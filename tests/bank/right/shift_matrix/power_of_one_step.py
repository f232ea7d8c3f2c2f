import torch


def _speeds(d_model):
    return [1 / 10000 ** (2 * i / d_model) for i in range(d_model // 2)]


def shift_matrix(offset, d_model):
    if d_model % 2 == 1:
        raise ValueError("needs pairs")
    one = torch.zeros(d_model, d_model, dtype=torch.double)
    for i, w in enumerate(torch.tensor(_speeds(d_model), dtype=torch.double)):
        r = slice(2 * i, 2 * i + 2)
        one[r, r] = torch.stack([w.cos(), w.sin(), -w.sin(), w.cos()]).view(2, 2)
    return torch.linalg.matrix_power(one, offset).float()
