"""`lstrip("bert.")` takes away any of these letters from the left, also those of `encoder`'s names. Use `removeprefix`."""

import math, copy


def bert_weights(state_dict, n_layers):
    clean = {}
    for name, value in state_dict.items():
        name = name.lstrip("bert.")
        name = name.replace("LayerNorm.gamma", "LayerNorm.weight").replace("LayerNorm.beta", "LayerNorm.bias")
        clean[name] = value
    probe = Encoder(n_layers, 4, 1, 8)
    result = {}
    for i, layer in enumerate(probe.layers):
        source = f"encoder.layer.{i}."
        prefix = f"layers.{i}."
        norms = []
        for name, module in layer.named_modules():
            if hasattr(module, "w_q"):
                for mine, theirs in (("w_q", "attention.self.query"), ("w_k", "attention.self.key"),
                                     ("w_v", "attention.self.value"), ("w_o", "attention.output.dense")):
                    for kind in ("weight", "bias"):
                        result[f"{prefix}{name}.{mine}.{kind}"] = clean[f"{source}{theirs}.{kind}"]
            elif hasattr(module, "linear1"):
                for mine, theirs in (("linear1", "intermediate.dense"), ("linear2", "output.dense")):
                    for kind in ("weight", "bias"):
                        result[f"{prefix}{name}.{mine}.{kind}"] = clean[f"{source}{theirs}.{kind}"]
            elif getattr(module, "weight", None) is not None and module.weight.dim() == 1:
                norms.append(name)
        for name, theirs in zip(norms, ("attention.output.LayerNorm", "output.LayerNorm")):
            for kind in ("weight", "bias"):
                result[f"{prefix}{name}.{kind}"] = clean[f"{source}{theirs}.{kind}"]
    return result
