"""Your code raises 2 to the loss, but the loss is in natural logarithms, as log_softmax and cross_entropy give them; exp belongs to it."""

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)
    model.train(was_training)
    predictions = logits[:, :-1]
    targets = tokens[:, 1:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = 2.0 ** loss.item()
    return result
