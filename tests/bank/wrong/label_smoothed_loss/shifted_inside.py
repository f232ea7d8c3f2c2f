"""Your code moves logits and targets against each other by one. They belong together as they come: whoever calls has shifted the targets already."""

from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    if targets.dim() and targets.shape[-1] > 1:
        logits, targets = logits[..., :-1, :], targets[..., 1:]
    logits, targets = logits.reshape(-1, logits.shape[-1]), targets.reshape(-1)
    return F.cross_entropy(logits, targets, ignore_index=pad_id, label_smoothing=smoothing)
