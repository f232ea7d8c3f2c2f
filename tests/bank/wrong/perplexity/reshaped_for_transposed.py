"""Your code reshapes the logits to (batch, vocab_size, time), which mixes words and positions; exchange the two sides with transpose."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(tokens)
    model.train(was_training)
    predictions = logits[:, :-1]
    targets = tokens[:, 1:]
    scores = predictions.reshape(len(predictions), predictions.shape[2], -1)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
