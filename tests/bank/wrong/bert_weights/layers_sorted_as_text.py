"""Your code numbers the layers in the order of their names as texts, where 10 comes before 2. Take the number from the name."""

def bert_weights(state_dict, n_layers):
    bert = {k.removeprefix("bert.").replace(".gamma", ".weight").replace(".beta", ".bias"): v for k, v in state_dict.items()}
    prefixes = sorted({".".join(k.split(".")[:3]) for k in bert if k.startswith("encoder.layer.")})
    d_ff, d_model = bert[prefixes[0] + ".intermediate.dense.weight"].shape
    parts = dict(w_q="attention.self.query", w_k="attention.self.key", w_v="attention.self.value",
                 w_o="attention.output.dense", linear1="intermediate.dense", linear2="output.dense")
    found, norms = {}, {}
    for key in Encoder(n_layers, d_model, 1, d_ff).state_dict():
        path, kind = key.rsplit(".", 1)
        number, part = int(path.split(".")[1]), path.split(".")[-1]
        if part not in parts:
            mine = norms.setdefault(number, [])
            if path not in mine:
                mine.append(path)
            target = ["attention.output.LayerNorm", "output.LayerNorm"][mine.index(path)]
        else:
            target = parts[part]
        found[key] = bert[f"{prefixes[number]}.{target}.{kind}"]
    return found
