"""The numbers are right, but your layers cannot be trained any more: keep them parameters with requires_grad=True."""

from torch import nn


def load_torch_attention(attention, torch_attention):
    layers = attention.w_q, attention.w_k, attention.w_v
    for one, weight, bias in zip(
        layers, torch_attention.in_proj_weight.chunk(3), torch_attention.in_proj_bias.chunk(3)
    ):
        one.weight = nn.Parameter(weight.detach().clone(), requires_grad=False)
        one.bias = nn.Parameter(bias.detach().clone(), requires_grad=False)
    attention.w_o.load_state_dict(torch_attention.out_proj.state_dict())
