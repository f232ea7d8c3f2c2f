"""Your code detaches the smoothing part: the value is right, but the model does not learn from it."""

import torch
import torch.nn.functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    vocab_size = logits.shape[-1]
    log_p = F.log_softmax(logits, dim=-1)
    right = log_p.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    everywhere = log_p.sum(dim=-1) / vocab_size
    losses = -(1 - smoothing) * right - smoothing * everywhere.detach()
    real = targets != pad_id
    return losses[real].mean()
