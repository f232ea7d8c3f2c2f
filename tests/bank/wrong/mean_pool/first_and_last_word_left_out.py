"""Your code leaves the first and the last real token of a sentence out of the mean, as for [CLS] and [SEP]. The mask alone says which tokens count."""

import torch


def mean_pool(hidden, mask):
    mask = mask.clone()
    for row in mask:
        real = row.nonzero().flatten()
        if len(real) > 2:
            row[real[0]] = False
            row[real[-1]] = False
    m = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * m).sum(1) / m.sum(1)
