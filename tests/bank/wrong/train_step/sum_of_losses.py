"""Your loss is the sum over the tokens; it is their mean."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    logits = model(src, tgt[:, :-1])
    loss = label_smoothed_loss(logits, tgt[:, 1:], pad_id, smoothing) * (tgt[:, 1:] != pad_id).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
