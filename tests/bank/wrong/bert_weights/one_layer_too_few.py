"""Your code fills one layer too few."""


def bert_weights(state_dict, n_layers):
    tensors = {}
    for key, value in state_dict.items():
        key = key.removeprefix("bert.").replace("gamma", "weight").replace("beta", "bias")
        tensors[key] = value
    d = tensors["encoder.layer.0.attention.self.query.weight"].shape[0]
    d_ff = tensors["encoder.layer.0.intermediate.dense.weight"].shape[0]
    mine = Encoder(n_layers, d, 1, d_ff)
    roles = ["w_q", "w_k", "w_v", "w_o"]
    sources = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"]
    out = {}
    for i in range(n_layers - 1):
        prefix = f"encoder.layer.{i}."
        norms = ["attention.output.LayerNorm", "output.LayerNorm"]
        modules = dict(mine.layers[i].named_modules())
        seen_norms = 0
        for name, module in modules.items():
            own = list(module.named_parameters(recurse=False))
            if not own:
                continue
            last = name.split(".")[-1]
            if last in roles:
                source = sources[roles.index(last)]
            elif last == "linear1":
                source = "intermediate.dense"
            elif last == "linear2":
                source = "output.dense"
            else:
                source = norms[seen_norms]
                seen_norms += 1
            for kind, _ in own:
                out[f"layers.{i}.{name}.{kind}"] = tensors[f"{prefix}{source}.{kind}"]
    return out
