"""Your code compares the logits of a place with the token that stands there. The logits at t predict the token at t + 1."""

import torch
import math, copy


def perplexity(model, tokens):
    was = model.training
    try:
        model.eval()
        with torch.no_grad():
            logp = model(tokens).log_softmax(-1)[:, 1:]
    finally:
        model.train(was)
    chosen = logp.gather(2, tokens[:, 1:, None])
    return float(torch.exp(-chosen.mean()))
