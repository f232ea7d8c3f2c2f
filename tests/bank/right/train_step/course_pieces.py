def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    wanted = tgt[:, 1:]
    loss = label_smoothed_loss(model(src, shift_right(wanted)), wanted, pad_id=pad_id, smoothing=smoothing)
    model.zero_grad()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
