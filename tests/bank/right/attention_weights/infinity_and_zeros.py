import torch
import torch.nn.functional as F


def attention_weights(scores, mask=None):
    if mask is None:
        return F.softmax(scores, dim=-1)
    shares = F.softmax(scores.masked_fill(mask.logical_not(), float("-inf")), dim=-1)
    return torch.nan_to_num(shares, nan=0.0)
