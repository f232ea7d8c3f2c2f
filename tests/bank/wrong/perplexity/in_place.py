"""The result is right, but your code writes into the tokens that it was given; work on a copy."""

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)[:, :-1]
        targets = tokens[:, 1:]
        targets[targets == 0] = -100
        loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
    model.train(training)
    return loss.exp().item()
