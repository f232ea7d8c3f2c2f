"""In your code no gradient reaches the encoder, as when the memory is detached or made under no_grad. Let it flow through encoder and decoder: one call of the model does both."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model.decode(inputs, model.encode(src).detach(), src)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
