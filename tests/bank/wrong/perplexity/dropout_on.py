"""Your code measures with dropout switched on when the model is training; call model.eval() first."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    with torch.no_grad():
        logits = model(tokens)[:, :-1]
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
    return math.exp(loss)
