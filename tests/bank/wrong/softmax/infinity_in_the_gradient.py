"""Your shares are right, but on the way an exponential of a large difference becomes infinite, and the gradient NaN. Subtract the maximum, so that no exponent is above 0."""

import torch


def softmax(x, dim=-1):
    z = x.movedim(dim, -1)
    gone = z == -torch.inf
    zz = z.masked_fill(gone, 0.0)
    gaps = (zz.unsqueeze(-2) - zz.unsqueeze(-1)).masked_fill(gone.unsqueeze(-2), -torch.inf)
    p = 1 / gaps.exp().sum(-1).masked_fill(gone, 1.0)
    return p.masked_fill(gone, 0.0).movedim(-1, dim)
