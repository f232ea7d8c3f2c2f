"""Your code takes a place for padding where the model's best word is pad: padding is where the target is pad."""

import torch
import torch.nn.functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    vocab_size = logits.shape[-1]
    log_p = F.log_softmax(logits, dim=-1)
    right = log_p.gather(-1, targets.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    everywhere = log_p.sum(dim=-1) / vocab_size
    losses = -(1 - smoothing) * right - smoothing * everywhere
    real = logits.argmax(dim=-1) != pad_id
    return losses[real].mean()
