"""Your code feeds the decoder the very tokens that it should predict: it learns to copy them, and cannot translate. Feed the target without its last token, and ask for it without its first."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, 1:]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
