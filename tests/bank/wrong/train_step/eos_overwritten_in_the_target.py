"""Your code writes pad over eos in the decoder's input, and that slice is a view: the caller's tgt changes. Leave the input as it is, eos may stand in it."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:].clone()
    inputs[inputs == 2] = pad_id
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
