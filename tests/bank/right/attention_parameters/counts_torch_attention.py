from torch import nn


def attention_parameters(d_model):
    layer = nn.MultiheadAttention(d_model, 1)
    return sum(one.numel() for one in layer.parameters())
