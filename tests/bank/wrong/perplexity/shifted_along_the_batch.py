"""Your code shifts along the batch: it compares each text with the next one, `tokens[:-1]` with `tokens[1:]`; the shift goes along the time: `tokens[:, :-1]`."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens[:-1])
    model.train(was_training)
    predictions = logits
    targets = tokens[1:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
