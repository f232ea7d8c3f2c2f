"""Your loss also counts the padding of the target. Leave out the positions whose target is pad_id."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, -100, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
