"""Your code compares the logits at each position with the token standing there, which the decoder has just read; the logits of the position before predict it."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)[:, 1:]
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
