"""`F.linear` multiplies by its second argument turned around, so keys meet the columns of v. A plain matrix product needs no turning."""

from torch.nn import functional as F


def weighted_sum(weights, v):
    output = F.linear(weights, v)
    return output
