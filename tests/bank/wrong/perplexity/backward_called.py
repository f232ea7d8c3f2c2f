"""Your code calls backward, which leaves gradients in the parameters; it measures and does not train."""

import math

import torch.nn.functional as F


def perplexity(model, tokens):
    training = model.training
    model.eval()
    loss = F.cross_entropy(model(tokens)[:, :-1].flatten(0, 1), tokens[:, 1:].flatten())
    loss.backward()
    model.train(training)
    return math.exp(loss.item())
