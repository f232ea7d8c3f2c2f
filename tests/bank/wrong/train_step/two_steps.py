"""Your code learns twice from one batch: two steps, or two backward passes that add up. One call of train_step is one backward pass and one step."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, :-1], tgt[:, 1:]
    loss = label_smoothed_loss(model(src, inputs), targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    optimizer.step()
    return loss.item()
