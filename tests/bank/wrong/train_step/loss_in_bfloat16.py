"""Your loss is that of bfloat16, with three digits. Compute it in the model's own precision."""

import torch


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(src, tgt[:, :-1])
    loss = label_smoothed_loss(logits.float(), tgt[:, 1:], pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
