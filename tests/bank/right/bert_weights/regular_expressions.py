import re


def bert_weights(state_dict, n_layers):
    """From the file to the encoder: recognise each published name, drop the rest."""
    layers = [{} for _ in range(n_layers)]
    for name, tensor in state_dict.items():
        found = re.fullmatch(r"(?:bert\.)?encoder\.layer\.(\d+)\.(.+)\.(weight|bias|gamma|beta)", name)
        if found and int(found[1]) < n_layers:
            kind = {"gamma": "weight", "beta": "bias"}.get(found[3], found[3])
            layers[int(found[1])][found[2], kind] = tensor
    d_ff, d_model = layers[0]["intermediate.dense", "weight"].shape
    ours = Encoder(n_layers=n_layers, d_model=d_model, n_heads=1, d_ff=d_ff).state_dict()
    out = {}
    for i, parts in enumerate(layers):
        keys = [key for key in ours if re.match(rf"layers\.{i}\.", key)]
        for short, long in [("w_q", "self.query"), ("w_k", "self.key"), ("w_v", "self.value"), ("w_o", "output.dense")]:
            for kind in ("weight", "bias"):
                (key,) = [key for key in keys if key.endswith(f"{short}.{kind}")]
                out[key] = parts["attention." + long, kind]
        for short, long in [("linear1", "intermediate.dense"), ("linear2", "output.dense")]:
            for kind in ("weight", "bias"):
                (key,) = [key for key in keys if key.endswith(f"{short}.{kind}")]
                out[key] = parts[long, kind]
        for kind in ("weight", "bias"):
            left = [key for key in keys if key not in out and key.endswith(kind)]
            out[left[0]] = parts["attention.output.LayerNorm", kind].clone()
            out[left[1]] = parts["output.LayerNorm", kind].clone()
    return out
