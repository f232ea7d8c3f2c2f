"""Your code detaches the memory, so the encoder never learns. Let the gradient flow through: model(src, tgt)."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, :-1], tgt[:, 1:]
    loss = label_smoothed_loss(model.decode(inputs, model.encode(src).detach(), src), targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
