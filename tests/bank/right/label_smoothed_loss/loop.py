import torch


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    losses = []
    for scores, target in zip(logits.flatten().split(logits.shape[-1]), targets.flatten().tolist()):
        if target != pad_id:
            log_p = scores - torch.logsumexp(scores, 0)
            losses.append(-(1 - smoothing) * log_p[target] - smoothing / len(log_p) * log_p.sum())
    return sum(losses) / len(losses)
