"""Your layers look into torch's memory, so training one attention moves the other; copy the numbers: `copy_` or `clone()`."""

from torch import nn


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    for one, weight, bias in zip(
        layers, torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)
    ):
        one.weight = nn.Parameter(weight.detach())
        one.bias = nn.Parameter(bias.detach())
    attention.w_o = torch_attention.out_proj
