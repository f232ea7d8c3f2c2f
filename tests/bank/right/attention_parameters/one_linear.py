from torch import nn


def attention_parameters(d_model):
    return 4 * sum(p.numel() for p in nn.Linear(d_model, d_model).parameters())
