"""Your code reshapes the logits to (batch, vocab_size, time), which mixes words and positions; exchange the two sides with transpose."""

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens[:, :-1])
        loss = F.cross_entropy(logits.reshape(len(logits), logits.shape[2], -1), tokens[:, 1:])
    model.train(training)
    return loss.exp().item()
