"""Your code stacks the rows of the queries at side 1, counted from the front. The queries stand at side -2, however many leading sides there are."""

import torch


def attention_scores(q, k):
    rows = [(q[..., i, :].unsqueeze(-2) * k).sum(dim=-1) for i in range(q.size(-2))]
    return torch.stack(rows, dim=1)
