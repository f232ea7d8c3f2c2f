import torch


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    flat, wanted = logits.reshape(-1, logits.shape[-1]), targets.reshape(-1)
    keep = wanted != pad_id
    flat, wanted = flat[keep], wanted[keep]
    of_target = flat[torch.arange(len(wanted)), wanted]
    return (flat.logsumexp(-1) - (1 - smoothing) * of_target - smoothing * flat.mean(-1)).mean()
