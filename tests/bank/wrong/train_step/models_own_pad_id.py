"""Your code takes the model's own pad_id for the loss. The argument says which targets are padding."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], model.pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
