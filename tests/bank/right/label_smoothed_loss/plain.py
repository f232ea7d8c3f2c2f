from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    log_p = F.log_softmax(logits, dim=-1)
    picked = log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1)
    everyone = log_p.mean(-1)
    losses = -(1 - smoothing) * picked - smoothing * everyone
    keep = targets != pad_id
    return losses[keep].mean()
