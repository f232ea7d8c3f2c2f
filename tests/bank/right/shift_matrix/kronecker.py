import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError(f"d_model = {d_model}")
    a = torch.as_tensor(float(offset)) * torch.exp(
        -torch.arange(0, d_model, 2) / d_model * torch.log(torch.tensor(1e4))
    )
    skew = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
    return torch.kron(a.cos().diag(), torch.eye(2)) + torch.kron(a.sin().diag(), skew)
