"""Your code tells the parameters that they want no gradient, and they will not learn again; use torch.no_grad() around the call."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    model.requires_grad_(False)
    with torch.no_grad():
        logits = model(tokens)[:, :-1]
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
    return math.exp(loss)
