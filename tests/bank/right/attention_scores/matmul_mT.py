import torch


def attention_scores(queries, keys):
    return torch.matmul(queries, keys.mT)
