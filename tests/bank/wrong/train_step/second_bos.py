"""Your code shifts a target that still has its bos, so the decoder sees bos twice and must learn to say bos. tgt begins with bos already: drop its first token from the targets."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = shift_right(tgt), tgt
    loss = label_smoothed_loss(model(src, inputs), targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
