"""Your code divides the loss by the number of sentences before backward: it is a mean already, and steps become too small."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    decoder_input, targets = tgt[:, :-1], tgt[:, 1:]
    logits = model(src, decoder_input)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    optimizer.zero_grad()
    (loss / src.shape[0]).backward()
    optimizer.step()
    return loss.item()
