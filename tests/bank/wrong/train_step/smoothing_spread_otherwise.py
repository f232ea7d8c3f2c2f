"""Your code divides the smoothing by vocab_size - 2. Every word of the vocabulary gets smoothing / vocab_size; your `label_smoothed_loss` does that already."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = spread(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()


def spread(logits, targets, pad_id, smoothing):
    log_p = logits.log_softmax(-1)
    picked = log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1)
    losses = -(1 - smoothing) * picked - smoothing * log_p.sum(-1) / (log_p.shape[-1] - 2)
    return losses[targets != pad_id].mean()
