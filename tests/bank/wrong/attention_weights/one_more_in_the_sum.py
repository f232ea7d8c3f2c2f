"""Your code adds 1 to the sum that it divides by, so that the weights of a query do not sum to one."""

import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    extra = scores.new_zeros(*scores.shape[:-1], 1)
    return softmax(torch.cat([scores, extra], dim=-1), dim=-1)[..., :-1]
