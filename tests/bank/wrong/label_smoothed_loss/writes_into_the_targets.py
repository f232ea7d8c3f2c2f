"""The loss is right, but your code writes into the tensors that it was given: the targets (-100 for pad, say) or the logits. Work on a copy."""

import torch
from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    targets[targets == pad_id] = -100
    return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), targets.reshape(-1), label_smoothing=smoothing)
