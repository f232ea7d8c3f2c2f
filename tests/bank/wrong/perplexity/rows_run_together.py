"""Your code puts the rows into one long row before it shifts, so the last logits of a text are asked for the first token of the next. Shift first: of each row, time - 1 tokens are predicted."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)
    model.train(was_training)
    predictions = logits.flatten(0, 1)[None, :-1]
    targets = tokens.flatten()[None, 1:]
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
