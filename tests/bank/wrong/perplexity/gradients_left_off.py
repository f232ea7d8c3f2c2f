"""Your code switches gradients off for good, and nothing can be trained afterwards; `with torch.no_grad():` ends with its block."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    torch.set_grad_enabled(False)
    if True:
        logits = model(tokens)[:, :-1]
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
    return math.exp(loss)
