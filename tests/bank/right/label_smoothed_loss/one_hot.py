import torch
import torch.nn.functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    v = logits.size(-1)
    wanted = F.one_hot(targets, v).to(logits.dtype) * (1 - smoothing) + smoothing / v
    losses = -(wanted * torch.log_softmax(logits, -1)).sum(-1)
    real = targets.ne(pad_id).to(logits.dtype)
    return (losses * real).sum() / real.sum()
