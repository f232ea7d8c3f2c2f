import torch


def attention_weights(scores, mask=None):
    bias = 0.0 if mask is None else torch.zeros(mask.shape, dtype=scores.dtype).masked_fill(~mask, -1e30)
    weights = torch.exp(torch.log_softmax(scores + bias, dim=-1))
    if mask is None:
        return weights
    return torch.where(mask.any(dim=-1, keepdim=True), weights, torch.zeros_like(weights)).masked_fill(~mask, 0)
