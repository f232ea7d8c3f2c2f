"""Where no gradient is recorded your code works in the tensor it was given (a method that ends in _); the caller still needs its numbers. Work on a new tensor."""

import torch
def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    m = m.masked_fill(m == -torch.inf, 0)
    e = (x - m).exp() if x.requires_grad else x.sub_(m).exp_()
    s = e.sum(dim, keepdim=True)
    return e / s.masked_fill(s == 0, 1)
