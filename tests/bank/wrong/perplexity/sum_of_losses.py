"""Your code sums the losses, so a longer text seems harder; take the mean."""

import math

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
    loss = losses.sum()
    result = math.exp(loss)
    return result
