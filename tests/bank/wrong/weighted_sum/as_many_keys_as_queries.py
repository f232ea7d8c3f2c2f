"""Your sum takes only as many keys as there are queries, so further keys are left out. The keys are the last side of the weights."""

import torch


def weighted_sum(weights, v):
    output = torch.matmul(weights[..., : weights.shape[-2]], v[..., : weights.shape[-2], :])
    return output
