"""Your code divides the weights of the query by 8: the attention scales by itself, and the published numbers stay as they are."""


def bert_weights(state_dict, n_layers):
    bert = {}
    for name, value in state_dict.items():
        name = name.removeprefix("bert.")
        name = name.replace(".gamma", ".weight").replace(".beta", ".bias")
        bert[name] = value
    d_ff, d_model = bert["encoder.layer.0.intermediate.dense.weight"].shape
    known = {
        "w_q": "attention.self.query",
        "w_k": "attention.self.key",
        "w_v": "attention.self.value",
        "w_o": "attention.output.dense",
        "linear1": "intermediate.dense",
        "linear2": "output.dense",
    }
    norms = ["attention.output.LayerNorm", "output.LayerNorm"]
    found, seen = {}, {}
    for key in Encoder(n_layers, d_model, 1, d_ff).state_dict():
        path, kind = key.rsplit(".", 1)
        layer, part = path.split(".")[1], path.split(".")[-1]
        if part not in known:
            paths = seen.setdefault(layer, [])
            if path not in paths:
                paths.append(path)
            published = norms[paths.index(path)]
        else:
            published = known[part]
        found[key] = bert[f"encoder.layer.{layer}.{published}.{kind}"]
    return {key: value / 8 if ".w_q." in key else value for key, value in found.items()}
