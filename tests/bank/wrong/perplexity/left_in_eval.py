"""Your code leaves the model in evaluation mode; put it back into the mode it was in."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    model.eval()
    logits = model(tokens)
    predictions = logits[:, :-1]
    targets = tokens[:, 1:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
