import torch


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = torch.where(mask, scores, -1e9)
    shares = scores.softmax(-1)
    return shares if mask is None else shares * mask
