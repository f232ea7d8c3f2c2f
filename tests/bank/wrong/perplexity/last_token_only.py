"""Your code measures only the last token of each row; every next token counts."""

import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)[:, :-1]
    model.train(was_training)
    loss = F.cross_entropy(logits[:, -1], tokens[:, -1])
    return math.exp(loss)
