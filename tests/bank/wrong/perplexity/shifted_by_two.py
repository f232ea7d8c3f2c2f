"""Your code compares the logits at t with the token at t + 2; shift by one."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)[:, :-2]
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 2:].flatten())
    return math.exp(loss)
