import torch
from torch import nn


def bert_weights(state_dict, n_layers):
    """Fill an encoder module by module, and return its state dict."""

    def get(name):
        for prefix in ("", "bert."):
            for old, new in (("", ""), ("weight", "gamma"), ("bias", "beta")):
                full = prefix + (name.replace(old, new) if old else name)
                if full in state_dict:
                    return state_dict[full]
        raise KeyError(name)

    d_ff, d_model = get("encoder.layer.0.intermediate.dense.weight").shape
    encoder = Encoder(n_layers, d_model, 1, d_ff)

    def fill(module, name):
        with torch.no_grad():
            module.weight.copy_(get(name + ".weight"))
            module.bias.copy_(get(name + ".bias"))

    for i, layer in enumerate(encoder.layers):
        start = f"encoder.layer.{i}."
        attention = next(m for m in layer.modules() if hasattr(m, "w_q"))
        fill(attention.w_q, start + "attention.self.query")
        fill(attention.w_k, start + "attention.self.key")
        fill(attention.w_v, start + "attention.self.value")
        fill(attention.w_o, start + "attention.output.dense")
        feed_forward = next(m for m in layer.modules() if hasattr(m, "linear1"))
        fill(feed_forward.linear1, start + "intermediate.dense")
        fill(feed_forward.linear2, start + "output.dense")
        norms = [m for m in layer.modules() if isinstance(getattr(m, "weight", None), nn.Parameter) and m.weight.dim() == 1]
        fill(norms[0], start + "attention.output.LayerNorm")
        fill(norms[1], start + "output.LayerNorm")
    return encoder.state_dict()
