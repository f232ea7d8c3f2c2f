"""Your code gives the weights on and leaves out the biases; every part has both."""

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
    found = {}
    for i in range(n_layers):
        for own, theirs in NAMES.items():
            for kind in ("weight",):
                found[f"layers.{i}.{own}.{kind}"] = bert[f"encoder.layer.{i}.{theirs}.{kind}"]
    return found
