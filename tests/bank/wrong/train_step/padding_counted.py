"""Your loss also counts the padding of the target. Leave out the positions whose target is pad_id."""

import torch.nn.functional as F


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    inputs, targets = tgt[:, :-1], tgt[:, 1:]
    loss = F.cross_entropy(model(src, inputs).transpose(1, 2), targets, label_smoothing=smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
