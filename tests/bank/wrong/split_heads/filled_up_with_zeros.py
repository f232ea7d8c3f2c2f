"""Your code fills a width that does not divide up with zeros: it should say so with a ValueError."""

import torch.nn.functional as F


def split_heads(x, n_heads):
    x = F.pad(x, (0, -x.shape[-1] % n_heads))
    return x.unflatten(-1, (n_heads, -1)).transpose(1, 2)
