"""Your code runs the model with gradients, which costs memory and is of no use here; use torch.no_grad()."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)[:, :-1]
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
    return math.exp(loss)
