"""Your code scores only the second half of each text: every token but the first is predicted, and counts."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)
    model.train(was_training)
    said, wanted = logits[:, :-1], tokens[:, 1:]
    losses = F.cross_entropy(said.flatten(0, 1), wanted.flatten(), reduction="none")
    losses = losses.view(wanted.shape)[:, wanted.shape[1] // 2 :]
    return math.exp(losses.mean().item())
