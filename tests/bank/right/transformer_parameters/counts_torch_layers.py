import torch
from torch import nn


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    with torch.device("meta"):
        layers = [kind(d_model, 1, d_ff) for kind in (nn.TransformerEncoderLayer, nn.TransformerDecoderLayer)]
    numbers = sum(one.numel() for layer in layers for one in layer.parameters())
    return n_layers * numbers + vocab_size * d_model
