def bert_weights(state_dict, n_layers):
    bert = {key.removeprefix("bert."): tensor for key, tensor in state_dict.items()}
    bert = {key.replace(".gamma", ".weight").replace(".beta", ".bias"): tensor for key, tensor in bert.items()}
    d_ff, d_model = bert["encoder.layer.0.intermediate.dense.weight"].shape
    ours = Encoder(n_layers, d_model, 1, d_ff).state_dict()
    parts = {
        "w_q": "attention.self.query",
        "w_k": "attention.self.key",
        "w_v": "attention.self.value",
        "w_o": "attention.output.dense",
        "linear1": "intermediate.dense",
        "linear2": "output.dense",
    }
    found = {}
    for i in range(n_layers):
        norms = ["attention.output.LayerNorm", "attention.output.LayerNorm", "output.LayerNorm", "output.LayerNorm"]
        for key in [key for key in ours if key.startswith(f"layers.{i}.")]:
            part, kind = key.split(".")[-2:]
            theirs = parts[part] if part in parts else norms.pop(0)
            found[key] = bert[f"encoder.layer.{i}.{theirs}.{kind}"]
    return found
