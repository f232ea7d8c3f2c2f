"""Your code shifts a target that still has its bos, so the decoder sees bos twice and must learn to say bos. tgt begins with bos already: drop its first token from the targets."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = shift_right(tgt)
    targets = tgt
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
