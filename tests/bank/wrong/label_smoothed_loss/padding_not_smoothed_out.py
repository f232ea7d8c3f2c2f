"""Your smoothing part is averaged over all positions, padding included; only the target's part leaves padding out. Mask the loss of the whole position."""


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    vocab_size = logits.shape[-1]
    log_total = logits.logsumexp(dim=-1, keepdim=True)
    log_p = logits - log_total
    real = targets != pad_id
    places = targets.unsqueeze(-1)
    picked = log_p.gather(-1, places).squeeze(-1)
    everyone = log_p.sum(-1)
    target_share = 1 - smoothing
    share = smoothing / vocab_size
    losses = -(target_share * picked + share * everyone.mean())
    kept = losses[real]
    total = kept.sum()
    count = real.sum()
    loss = total / count
    return loss
