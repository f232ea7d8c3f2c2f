"""Your replacement of `output.dense` or `output.LayerNorm` also hits `attention.output.dense` and `attention.output.LayerNorm`, whose names hold the shorter ones; replace the longer names first."""

def bert_weights(state_dict, n_layers):
    bert = {key.removeprefix("bert."): tensor for key, tensor in state_dict.items()}
    bert = {key.replace(".gamma", ".weight").replace(".beta", ".bias"): tensor for key, tensor in bert.items()}
    found = {}
    for key, tensor in bert.items():
        if key.startswith("encoder.layer.") and int(key.split(".")[2]) < n_layers:
            key = key.replace("encoder.layer", "layers").replace("attention.self.query", "attention.w_q")
            key = key.replace("attention.self.key", "attention.w_k").replace("attention.self.value", "attention.w_v")
            key = key.replace("intermediate.dense", "feed_forward.linear1")
            key = key.replace("output.dense", "feed_forward.linear2").replace("output.LayerNorm", "add_norm2.norm")
            key = key.replace("attention.output.dense", "attention.w_o")
            found[key.replace("attention.output.LayerNorm", "add_norm1.norm")] = tensor
    return found
