"""Your code translates every layer of the file; only the first n_layers have a place in the Encoder."""

NAMES = {
    "attention.w_q": "attention.self.query",
    "attention.w_k": "attention.self.key",
    "attention.w_v": "attention.self.value",
    "attention.w_o": "attention.output.dense",
    "add_norm1.norm": "attention.output.LayerNorm",
    "feed_forward.linear1": "intermediate.dense",
    "feed_forward.linear2": "output.dense",
    "add_norm2.norm": "output.LayerNorm",
}


def bert_weights(state_dict, n_layers):
    bert = {key.removeprefix("bert."): tensor for key, tensor in state_dict.items()}
    bert = {key.replace(".gamma", ".weight").replace(".beta", ".bias"): tensor for key, tensor in bert.items()}
    layers = {int(key.split(".")[2]) for key in bert if key.startswith("encoder.layer.")}
    found = {}
    for i in range(len(layers)):
        for own, theirs in NAMES.items():
            for kind in ("weight", "bias"):
                found[f"layers.{i}.{own}.{kind}"] = bert[f"encoder.layer.{i}.{theirs}.{kind}"]
    return found
