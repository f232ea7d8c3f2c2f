"""Your code follows the gradient of the sum over all tokens, not of their mean: the more tokens, the longer the step."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    (loss * (targets != pad_id).sum()).backward()
    optimizer.step()
    return loss.item()
