"""Your model reads the very tokens that it is asked for; give it those before."""

import math
import torch
import torch.nn.functional as F

def perplexity(model, tokens):
    was = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens[:, 1:])
        loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
    model.train(was)
    return math.exp(loss)
