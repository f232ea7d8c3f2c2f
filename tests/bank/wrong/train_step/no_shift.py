"""Your code feeds the decoder the very tokens that it should predict, so each answer is in sight. The loss falls to nothing, and the model cannot translate: feed the target without its last token, and ask for it without its first."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, 1:], tgt[:, 1:]
    loss = label_smoothed_loss(model(src, inputs), targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
