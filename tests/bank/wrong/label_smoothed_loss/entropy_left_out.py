"""Your loss is the Kullback-Leibler divergence (kl_div): cross-entropy less the entropy of the smoothed targets. The gradient is the same, the number is not; the task asks for the cross-entropy itself."""

import math


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
    losses = -(target_share * picked + share * everyone)
    kept = losses[real] - entropy(target_share + share, share, vocab_size)
    total = kept.sum()
    count = real.sum()
    loss = total / count
    return loss


def entropy(of_target, of_another, vocab_size):
    others = (vocab_size - 1) * of_another * math.log(of_another) if of_another > 0 else 0.0
    return -of_target * math.log(of_target) - others
