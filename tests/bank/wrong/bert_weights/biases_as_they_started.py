"""Your code fills the weights, and the biases keep the numbers that a new encoder starts with. Every part has both in the file."""

import torch


def bert_weights(state_dict, n_layers):
    source = {k.replace("bert.", "", 1) if k.startswith("bert.") else k: v for k, v in state_dict.items()}
    source = {k[:-5] + "weight" if k.endswith("gamma") else k: v for k, v in source.items()}
    d_ff, d_model = source["encoder.layer.0.intermediate.dense.weight"].shape
    own = Encoder(n_layers, d_model, 1, d_ff).state_dict()
    names = ["query", "key", "value"]
    for i in range(n_layers):
        p = f"encoder.layer.{i}."
        norms = iter([p + "attention.output.LayerNorm.weight", p + "output.LayerNorm.weight"])
        for key in own:
            if key.startswith(f"layers.{i}.") and key.endswith("weight"):
                last = key.split(".")[-2]
                if last in ("w_q", "w_k", "w_v"):
                    own[key] = source[p + f"attention.self.{names['qkv'.index(last[2])]}.weight"]
                elif last == "w_o":
                    own[key] = source[p + "attention.output.dense.weight"]
                elif last == "linear1":
                    own[key] = source[p + "intermediate.dense.weight"]
                elif last == "linear2":
                    own[key] = source[p + "output.dense.weight"]
                else:
                    own[key] = source[next(norms)]
    return own
