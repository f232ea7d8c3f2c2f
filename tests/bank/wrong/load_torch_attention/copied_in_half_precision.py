"""On the way your code brings the numbers into half precision, and their last digits are lost."""

import torch


def load_torch_attention(attention, torch_attention):
    state = {name: tensor.half() for name, tensor in torch_attention.state_dict().items()}
    with torch.no_grad():
        weights, biases = state["in_proj_weight"].chunk(3), state["in_proj_bias"].chunk(3)
        for layer, weight, bias in zip((attention.w_q, attention.w_k, attention.w_v), weights, biases):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        attention.w_o.weight.copy_(state["out_proj.weight"])
        attention.w_o.bias.copy_(state["out_proj.bias"])
