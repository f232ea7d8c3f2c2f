"""The loss comes back as a NumPy array of no side. A plain float is what `.item()` gives."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach().numpy()
