"""Your code compares the logits at t with the token at t + 2; shift by one."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)
    model.train(was_training)
    predictions = logits[:, :-2]
    targets = tokens[:, 2:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
