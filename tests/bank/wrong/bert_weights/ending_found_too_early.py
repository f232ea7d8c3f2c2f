"""Your code takes the first key that ends in `output.dense` or `output.LayerNorm`, and so do those of the attention: `attention.output.dense` comes first in the file."""

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
            for kind in ("weight", "bias"):
                fits = [key for key in bert if f".layer.{i}." in key and key.endswith(f"{theirs}.{kind}")]
                found[f"layers.{i}.{own}.{kind}"] = bert[fits[0]]
    return found
