def load_torch_attention(attention, torch_attention):
    d = torch_attention.embed_dim
    theirs = torch_attention.state_dict()
    mine = {"w_o.weight": theirs["out_proj.weight"], "w_o.bias": theirs["out_proj.bias"]}
    for i, name in enumerate(["w_q", "w_k", "w_v"]):
        mine[f"{name}.weight"] = theirs["in_proj_weight"][i * d : (i + 1) * d]
        mine[f"{name}.bias"] = theirs["in_proj_bias"][i * d : (i + 1) * d]
    attention.load_state_dict(mine)
    return attention
