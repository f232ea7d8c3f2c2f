import torch


def scale_scores(scores, d_k):
    return torch.div(scores, torch.tensor(d_k, dtype=scores.dtype).sqrt())
