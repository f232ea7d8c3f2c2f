"""Your code transposes the attention's output projection: torch's Linear layers hold their weights the same way round on both sides."""

def bert_weights(state_dict, n_layers):
    def published(layer, part, kind):
        other = {"weight": "gamma", "bias": "beta"}[kind]
        for prefix in ("", "bert."):
            for word in (kind, other):
                name = f"{prefix}encoder.layer.{layer}.{part}.{word}"
                if name in state_dict:
                    return state_dict[name]
        raise KeyError(f"encoder.layer.{layer}.{part}.{kind}")

    sizes = published(0, "intermediate.dense", "weight").shape
    encoder = Encoder(n_layers, sizes[1], 1, sizes[0])
    result = {}
    for number, layer in enumerate(encoder.layers):
        norms = []
        for name, module in layer.named_modules():
            targets = {}
            if hasattr(module, "w_q"):
                targets = {
                    "w_q": "attention.self.query",
                    "w_k": "attention.self.key",
                    "w_v": "attention.self.value",
                    "w_o": "attention.output.dense",
                }
            elif hasattr(module, "linear1"):
                targets = {"linear1": "intermediate.dense", "linear2": "output.dense"}
            elif getattr(module, "weight", None) is not None and module.weight.dim() == 1:
                norms.append(name)
            for child, part in targets.items():
                for kind in ("weight", "bias"):
                    value = published(number, part, kind)
                    result[f"layers.{number}.{name}.{child}.{kind}"] = value.T if child == "w_o" and kind == "weight" else value
        for name, part in zip(norms, ("attention.output.LayerNorm", "output.LayerNorm")):
            for kind in ("weight", "bias"):
                result[f"layers.{number}.{name}.{kind}"] = published(number, part, kind)
    return result
