"""Your code goes up the gradient, so the loss grows. Call backward on the loss itself."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    (-loss).backward()
    optimizer.step()
    return loss.item()
