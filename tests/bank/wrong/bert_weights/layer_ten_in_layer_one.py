"""Your layer 1 gets the tensors of layer 10, whose names begin with `layer.1` too; compare with the dot after the number."""

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
        for key in (key for key in bert if key.startswith(f"encoder.layer.{i}")):
            part, kind = key.split(".", 3)[3].rsplit(".", 1)
            found |= {f"layers.{i}.{own}.{kind}": bert[key] for own, theirs in NAMES.items() if theirs == part}
    return found
