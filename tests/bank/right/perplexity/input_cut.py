import torch
from torch import nn


@torch.no_grad()
def perplexity(model, tokens):
    """The model reads all but the last token."""
    training = model.training
    try:
        model.eval()
        logits = model(tokens[:, :-1])
        loss = nn.CrossEntropyLoss()(logits.reshape(-1, logits.size(-1)), tokens[:, 1:].reshape(-1))
        return loss.exp().item()
    finally:
        model.train(training)
