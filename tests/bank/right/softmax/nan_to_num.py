import torch as t


def softmax(x, dim=-1):
    allowed = x > -t.inf
    safe = x.masked_fill(~allowed, 0.0)
    lowest = t.finfo(x.dtype).min
    e = t.exp(safe - x.clamp(min=lowest).amax(dim, True).masked_fill(~allowed.any(dim, True), 0.0)) * allowed
    return e / (e.sum(dim, True) + (~allowed.any(dim, True)))
