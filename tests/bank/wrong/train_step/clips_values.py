"""Your code clips each number of the gradient to between -0.1 and 0.1. The contract has no clipping here."""

import torch


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs = tgt[:, :-1]
    targets = tgt[:, 1:]
    optimizer.zero_grad()
    logits = model(src, inputs)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    loss.backward()
    torch.nn.utils.clip_grad_value_(model.parameters(), 0.1)
    optimizer.step()
    return loss.item()
