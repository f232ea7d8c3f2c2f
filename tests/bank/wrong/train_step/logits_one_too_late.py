"""Your code compares the logits at each position with the token standing there, which the decoder has just read; the logits of the position before predict it."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    logits = model(src, tgt)[:, 1:]
    loss = label_smoothed_loss(logits, tgt[:, 1:], pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
