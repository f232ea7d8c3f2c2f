import torch


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1, scheduler=None):
    with torch.enable_grad():
        inputs, labels = tgt.narrow(1, 0, tgt.shape[1] - 1), tgt.narrow(1, 1, tgt.shape[1] - 1)
        log_p = model(src, inputs).log_softmax(-1)
        real = labels != pad_id
        nll = -log_p[real].gather(1, labels[real][:, None]).mean()
        loss = (1 - smoothing) * nll - smoothing * log_p[real].mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if scheduler is not None:
        scheduler.step()
    return loss.item()
