"""Your code exponentiates the numbers as they are, so 1000 overflows and gives NaN; subtract the maximum along `dim` first. Where every entry is -inf, the sum of the exponentials is 0: do not divide by it."""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x)
    return e / e.sum(dim, keepdim=True)
