"""Your code clears the gradients only after the step, so whatever was left from before counts in the first one. Clear them before the backward pass."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()
