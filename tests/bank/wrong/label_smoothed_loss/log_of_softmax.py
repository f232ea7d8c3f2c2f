"""Your code takes the logarithm of a softmax; where a share has vanished to 0 that is minus infinity. Use log_softmax, which never leaves the logarithm."""

import torch
from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    log_p = torch.softmax(logits, dim=-1).log()
    picked = log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1)
    everyone = log_p.mean(-1)
    losses = -(1 - smoothing) * picked - smoothing * everyone
    keep = targets != pad_id
    return losses[keep].mean()
