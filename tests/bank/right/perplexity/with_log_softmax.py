import math

import torch


def perplexity(model, tokens):
    mode = model.training
    model.eval()
    with torch.no_grad():
        logs = model(tokens).log_softmax(dim=-1)
    model.train(mode)
    picked = logs[:, :-1].gather(2, tokens[:, 1:].unsqueeze(-1))
    return math.exp(-picked.mean().item())
