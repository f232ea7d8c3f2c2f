"""Your code takes a perplexity for each row and averages those; average all losses first, then take the exponential once."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)[:, :-1]
    model.train(was_training)
    losses = F.cross_entropy(logits.transpose(1, 2), tokens[:, 1:], reduction="none")
    return losses.mean(dim=1).exp().mean().item()
