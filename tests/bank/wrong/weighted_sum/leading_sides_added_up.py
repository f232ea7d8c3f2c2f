"""Your einsum leaves the leading sides out of its result, so it adds up over them. Write the three dots on the right of the arrow too."""

import torch


def weighted_sum(weights, v):
    output = torch.einsum("...qk,...kv->qv", weights, v)
    return output
