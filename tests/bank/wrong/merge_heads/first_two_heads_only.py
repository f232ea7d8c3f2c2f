"""Your code joins the first two heads and no others. There may be one head or more than two: x.shape[1] says how many."""

import torch


def merge_heads(x):
    batch = x.shape[0]
    heads = x.shape[1]
    time = x.shape[2]
    d_head = x.shape[3]
    d_model = heads * d_head
    tokens = x.transpose(1, 2)
    merged = torch.cat([x[:, 0], x[:, 1]], dim=-1)
    merged = merged.contiguous()
    return merged
