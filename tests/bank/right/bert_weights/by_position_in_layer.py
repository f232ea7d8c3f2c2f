import torch

PARTS = {
    "w_q": "attention.self.query",
    "w_k": "attention.self.key",
    "w_v": "attention.self.value",
    "w_o": "attention.output.dense",
    "linear1": "intermediate.dense",
    "linear2": "output.dense",
}


def clean(name):
    name = name[5:] if name.startswith("bert.") else name
    return name.replace("gamma", "weight").replace("beta", "bias")


def bert_weights(state_dict, n_layers):
    published = {clean(name): value for name, value in state_dict.items()}
    d_model = published["encoder.layer.0.output.dense.weight"].size(0)
    d_ff = published["encoder.layer.0.output.dense.weight"].size(1)
    result = {}
    seen = {}
    for key in Encoder(n_layers, d_model, 2 if d_model % 2 == 0 else 1, d_ff).state_dict():
        pieces = key.split(".")
        layer, part, kind = int(pieces[1]), pieces[-2], pieces[-1]
        if part in PARTS:
            theirs = PARTS[part]
        else:
            n = seen.get((layer, kind), 0)
            seen[layer, kind] = n + 1
            theirs = ["attention.output.LayerNorm", "output.LayerNorm"][n]
        result[key] = published[f"encoder.layer.{layer}.{theirs}.{kind}"]
    return result
