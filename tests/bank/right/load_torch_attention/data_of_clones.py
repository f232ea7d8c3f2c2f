def load_torch_attention(attention, torch_attention):
    for linear, weight, bias in zip(
        [attention.w_q, attention.w_k, attention.w_v],
        torch_attention.in_proj_weight.detach().clone().chunk(3),
        torch_attention.in_proj_bias.detach().clone().chunk(3),
    ):
        linear.weight.data = weight
        linear.bias.data = bias
    attention.w_o.weight.data = torch_attention.out_proj.weight.data.clone()
    attention.w_o.bias.data = torch_attention.out_proj.bias.data.clone()
    return attention
