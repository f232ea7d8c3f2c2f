"""Your code sets the gradient of row pad_id of every matrix to 0: that row may belong to anything."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    decoder_input, targets = tgt[:, :-1], tgt[:, 1:]
    logits = model(src, decoder_input)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    for matrix in model.parameters():
        if matrix.grad is not None and matrix.dim() == 2:
            matrix.grad[pad_id] = 0
    optimizer.step()
    return loss.item()
