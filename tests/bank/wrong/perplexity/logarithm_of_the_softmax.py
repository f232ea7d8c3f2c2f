"""Your code takes the logarithm of the softmax. In float32 the share of a next to impossible token is 0, and its loss infinite: log_softmax and cross_entropy do both in one step and stay finite."""

import math
import torch

class _Measure:
    def __init__(self, model):
        self.model = model

    def __enter__(self):
        self.mode, self.grad = self.model.training, torch.is_grad_enabled()
        torch.set_grad_enabled(False)
        return self.model.eval()

    def __exit__(self, *_):
        torch.set_grad_enabled(self.grad)
        self.model.train(self.mode)


def perplexity(model, tokens):
    with _Measure(model) as quiet:
        x = quiet(tokens)[:, :-1]
    surprise = -x.softmax(-1).gather(-1, tokens[:, 1:, None]).squeeze(-1).log()
    return math.exp(surprise.mean().item())
