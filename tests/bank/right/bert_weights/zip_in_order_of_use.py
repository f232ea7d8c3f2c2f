from collections import OrderedDict

import torch

ORDER = (
    "attention.self.query attention.self.key attention.self.value attention.output.dense "
    "attention.output.LayerNorm intermediate.dense output.dense output.LayerNorm"
).split()
OURS = ("w_q", "w_k", "w_v", "w_o", "norm", "linear1", "linear2", "norm")


class Names:
    """Reads a file in which a name may be written in four ways."""

    def __init__(self, state_dict):
        self.state_dict = dict(state_dict)
        self.prefix = "bert." if any(name.startswith("bert.") for name in state_dict) else ""

    def __call__(self, name, kind):
        full = f"{self.prefix}{name}.{kind}"
        if full not in self.state_dict:
            full = f"{self.prefix}{name}." + ("gamma" if kind == "weight" else "beta")
        return self.state_dict[full].detach().clone()


def bert_weights(state_dict, n_layers):
    names = Names(state_dict)
    d_ff, d_model = names("encoder.layer.0.intermediate.dense", "weight").shape
    encoder = Encoder(n_layers, d_model, 1, d_ff)
    done = OrderedDict()
    for i in range(n_layers):
        own = [key for key, _ in encoder.layers[i].named_parameters()]
        for part, theirs in zip(OURS, ORDER):
            for kind in ("weight", "bias"):
                fits = [k for k in own if k.endswith(f"{part}.{kind}") or (part == "norm" and k.split(".")[-2][:3] not in ("w_q", "w_k", "w_v", "w_o", "lin") and k.endswith(kind))]
                key = min(fits, key=own.index)
                own.remove(key)
                done[f"layers.{i}.{key}"] = names(f"encoder.layer.{i}.{theirs}", kind)
    return done
