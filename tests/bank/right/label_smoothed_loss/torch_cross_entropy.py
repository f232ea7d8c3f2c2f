from torch.nn import functional as F


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    return F.cross_entropy(
        logits.reshape(-1, logits.shape[-1]), targets.reshape(-1), ignore_index=pad_id, label_smoothing=smoothing
    )
