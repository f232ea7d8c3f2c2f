"""Your code puts <bos> in front and asks for the first token of each text too; a loss counts only where the text itself gives the tokens before."""

import math

import torch
import torch.nn.functional as F


@torch.no_grad()
def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    logits = model(shift_right(tokens))
    model.train(was_training)
    predictions = logits
    targets = tokens
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    loss = losses.mean()
    result = math.exp(loss)
    return result
