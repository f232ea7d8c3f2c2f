"""Your code takes exp of the scores as they come: exp(1000) is infinite, and so is the loss. Take the largest score off first, or use logsumexp or log_softmax."""

import torch
from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    log_p = logits - logits.exp().sum(-1, keepdim=True).log()
    losses = -(1 - smoothing) * log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1) - smoothing * log_p.mean(-1)
    return losses[targets != pad_id].mean()
