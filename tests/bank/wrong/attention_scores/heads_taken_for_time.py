"""Where there are four sides your code exchanges the second and the third, as if the heads came after the queries: they stand before them, and stay there."""

import torch


def attention_scores(q, k):
    if q.dim() == 4 and q.shape[1:3] == k.shape[1:3]:
        q, k = q.transpose(1, 2), k.transpose(1, 2)
    return torch.matmul(q, k.transpose(-2, -1))
