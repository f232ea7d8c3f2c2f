"""All your weights together sum to one. Each query has a whole 1 to share out: the softmax runs over the last side only."""

import torch


def attention_weights(scores, mask=None):
    flat = scores if mask is None else scores.masked_fill(~mask, float("-inf"))
    return softmax(flat.reshape(-1)).reshape(scores.shape)
