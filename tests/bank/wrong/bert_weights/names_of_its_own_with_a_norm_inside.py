"""Your code writes keys with names of its own. They must be those of your Encoder, letter by letter: take them from `Encoder(...).state_dict()`."""


def bert_weights(state_dict, n_layers):
    places = {
        "attention.self.query": "attn.w_q",
        "attention.self.key": "attn.w_k",
        "attention.self.value": "attn.w_v",
        "attention.output.dense": "attn.w_o",
        "attention.output.LayerNorm": "norm1.norm",
        "intermediate.dense": "ffn.linear1",
        "output.dense": "ffn.linear2",
        "output.LayerNorm": "norm2.norm",
    }
    bert = {}
    for name, tensor in state_dict.items():
        name = name.removeprefix("bert.")
        name = name.replace(".gamma", ".weight")
        name = name.replace(".beta", ".bias")
        bert[name] = tensor
    found = {}
    for i in range(n_layers):
        for theirs, ours in places.items():
            for kind in ("weight", "bias"):
                found[f"layers.{i}.{ours}.{kind}"] = bert[f"encoder.layer.{i}.{theirs}.{kind}"]
    return found
