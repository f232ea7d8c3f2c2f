"""Your code runs the model with gradients, which costs memory and is of no use here; use torch.no_grad()."""

import math

import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)
    model.train(was_training)
    predictions = logits[:, :-1]
    targets = tokens[:, 1:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
