"""Your code feeds the decoder the whole target and asks for the whole target again, so it learns to copy the token it reads. The answer at each place is the token after it."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt
    targets = tgt
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
