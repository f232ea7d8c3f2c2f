"""Your decoder reads its own predictions, as in decoding. In teacher forcing it reads the target itself, all positions in one pass."""

import torch


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    given = tgt[:, :1]
    for _ in range(tgt.shape[1] - 1):
        logits = model(src, given)
        given = torch.cat([given, logits[:, -1:].argmax(-1)], dim=1)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
