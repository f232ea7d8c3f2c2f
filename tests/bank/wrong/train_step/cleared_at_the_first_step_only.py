"""Your code clears the gradients only before the optimizer's first step; later steps add to what is there. Clear them at each step."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    if not optimizer.state:
        optimizer.zero_grad()
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
