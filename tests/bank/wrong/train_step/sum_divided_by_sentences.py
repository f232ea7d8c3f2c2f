"""Your loss is the sum over all tokens divided by the number of sentences. It is the mean over the tokens that are not padding, or long sentences weigh more."""

import torch.nn.functional as F


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    logits = model(src, tgt[:, :-1])
    total = F.cross_entropy(logits.flatten(0, 1), tgt[:, 1:].flatten(), ignore_index=pad_id, label_smoothing=smoothing, reduction="sum")
    loss = total / src.size(0)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
