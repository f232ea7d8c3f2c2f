"""Your code divides by the lengths of the vectors, which gives their cosine. A score is the plain dot product, so a long vector counts more."""

import torch
import torch.nn.functional as F


def attention_scores(q, k):
    k = F.normalize(k, dim=-1).transpose(-2, -1)
    scores = torch.matmul(F.normalize(q, dim=-1), k)
    return scores
