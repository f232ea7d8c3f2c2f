import torch


def scale_scores(scores, d_k):
    return scores / torch.sqrt(torch.tensor(d_k))
