"""In your code smoothing=0 becomes 0.1 (`smoothing or 0.1`): 0 is a number like others, and means none."""

import torch
import torch.nn.functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    smoothing = smoothing or 0.1
    vocab_size = logits.shape[-1]
    log_p = F.log_softmax(logits, dim=-1)
    right = log_p.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    everywhere = log_p.sum(dim=-1) / vocab_size
    losses = -(1 - smoothing) * right - smoothing * everywhere
    real = targets != pad_id
    return losses[real].mean()
