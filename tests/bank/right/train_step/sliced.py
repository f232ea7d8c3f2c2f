import torch.nn.functional as F


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    optimizer.zero_grad(set_to_none=True)
    logits = model(src, tgt[:, :-1])
    loss = F.cross_entropy(
        logits.reshape(-1, logits.size(-1)), tgt[:, 1:].reshape(-1), ignore_index=pad_id, label_smoothing=smoothing
    )
    loss.backward()
    optimizer.step()
    return float(loss.detach())
