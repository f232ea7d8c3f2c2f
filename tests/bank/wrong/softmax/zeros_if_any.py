"""Your code gives zeros to every slice that has an entry of -inf. Only that entry gets 0; the others share as usual, and a slice is all zeros only where every entry is -inf."""

import torch


def softmax(x, dim=-1):
    top = x.detach().amax(dim=dim, keepdim=True)
    empty = top == -torch.inf
    top = top.masked_fill(empty, 0)
    shifted = x - top
    e = torch.exp(shifted)
    total = e.sum(dim=dim, keepdim=True)
    total = total.masked_fill(total == 0, 1)
    shares = e / total
    return shares.masked_fill((x == -torch.inf).any(dim=dim, keepdim=True), 0)
