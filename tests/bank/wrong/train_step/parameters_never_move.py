"""Your loss is right, but the parameters never move: backward or step is missing, step comes before backward, or the gradients are cleared between the two."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, :-1], tgt[:, 1:]
    loss = label_smoothed_loss(model(src, inputs), targets, pad_id, smoothing)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
