"""Your loss is right, but the parameters never move: backward or step is missing, step comes before backward, or the gradients are cleared between the two."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
