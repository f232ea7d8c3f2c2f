"""Your code multiplies the shares of all tokens, and in a longer text the product is so small that float32 makes it 0; take the mean of the logarithms, and the exponential once."""

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
    scores = predictions.transpose(1, 2)
    losses = F.cross_entropy(scores, targets, reduction="none")
    share = losses.neg().exp().prod()
    result = (share ** (-1 / losses.numel())).item()
    return result
