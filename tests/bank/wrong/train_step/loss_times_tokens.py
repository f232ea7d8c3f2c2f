"""Your code returns the loss times the number of tokens. Return the mean loss whose gradient was used."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    targets = tgt[:, 1:]
    n_tokens = (targets != pad_id).sum().item()
    optimizer.zero_grad()
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item() * n_tokens
