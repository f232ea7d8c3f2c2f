def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    def closure():
        optimizer.zero_grad()
        loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
        loss.backward()
        return loss

    return optimizer.step(closure).item()
