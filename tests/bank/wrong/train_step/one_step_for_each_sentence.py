"""Your code takes a step for each sentence of the batch. One call is one forward pass over the whole batch, one loss and one step."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    total = 0.0
    for source, target in zip(src.split(1), tgt.split(1)):
        inputs = target[:, :-1]
        targets = target[:, 1:]
        optimizer.zero_grad()
        logits = model(source, inputs)
        loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(src)
