"""A tiny trained Transformer, so that a model somebody just wrote can say something real.

It turns English number words into German ones, compounds split ("vier und neunzig"). The numbers are stored by what
they belong to (encoder layer 0, attention, w_q), not by attribute names, because every learner chooses their own:
`fill` finds the parts of any right `Transformer` by what they are and by the order in which they are used.
`benchmarks/train_tiny_model.py` made the files.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn

from utils.checking.parts import ATTENTION, FEED_FORWARD, NORM, PROJECTIONS, TABLE, Part, parts_of
from utils.errors import CourseError

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "tiny_translator.safetensors"
JSON = WEIGHTS.with_suffix(".json")
SIZES = {"d_model": 32, "n_heads": 4, "n_layers": 2, "d_ff": 128}
HELD_OUT = 20
"""One number in so many was never trained on."""


class TinyTranslator:
    """The words of both languages, and the trained numbers for a model of yours."""

    def __init__(self):
        described = json.loads(JSON.read_text(encoding="utf-8"))
        self.source, self.target = described["source"], described["target"]
        self.right, self.held_out = described["right"], described["held_out"]

    @property
    def sizes(self) -> dict[str, int]:
        """What to make a Transformer with."""
        return {"src_vocab_size": len(self.source), "tgt_vocab_size": len(self.target), "dropout": 0.0, **SIZES}

    def encode(self, texts: list[str]) -> Tensor:
        """English texts as token ids, each closed with <eos> and padded: (batch, longest)."""
        rows = [
            [self.source.index(word) if word in self.source else 3 for word in text.split()] + [2] for text in texts
        ]
        longest = max(map(len, rows))
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    def decode(self, tokens: Tensor) -> list[str]:
        """German texts of token ids, without the special tokens."""
        return [" ".join(self.target[one] for one in row if one > 2) for row in tokens.tolist()]

    def fill(self, model: nn.Module) -> nn.Module:
        """Write the trained numbers into a Transformer made with `sizes`, whatever its parts are called."""
        from safetensors.torch import load_file

        trained, parameters = load_file(WEIGHTS), _parameters(model)
        slots = _slots(model, parameters)
        if slots.keys() != trained.keys():
            missing = sorted(trained.keys() - slots.keys()) or sorted(slots.keys() - trained.keys())
            raise CourseError(f"This model's parts are not those of the paper's figure: {', '.join(missing[:3])}, …")
        with torch.no_grad():
            for key, (name, turned) in slots.items():
                parameters[name].copy_(trained[key].T if turned else trained[key])
        return model.eval()


def named_tensors(model: nn.Module) -> dict[str, Tensor]:
    """A Transformer's numbers, named by what they belong to."""
    parameters = _parameters(model)
    slots = _slots(model, parameters)
    return {
        key: (parameters[name].T if turned else parameters[name]).detach().contiguous()
        for key, (name, turned) in slots.items()
    }


def _parameters(model: nn.Module) -> dict[str, Tensor]:
    """Each parameter once, an attention's by the name that the contract gives it, even where that is a property."""
    names = {parameter: name for name, parameter in model.named_parameters()}
    for prefix, module in model.named_modules():
        layers = {one: getattr(module, one, None) for one in PROJECTIONS}
        for projection, layer in layers.items():
            if isinstance(layer, nn.Module):
                own = layer.named_parameters()
                names |= {parameter: f"{prefix}.{projection}.{role}".lstrip(".") for role, parameter in own}
    return {name: parameter for parameter, name in names.items()}


def _slots(model: nn.Module, parameters: Mapping[str, Tensor]) -> dict[str, tuple[str, bool]]:
    """For each trained tensor the model's parameter, and whether it is stored turned around."""
    tokens = torch.ones(1, 2, dtype=torch.long)
    with torch.enable_grad():
        memory = model.encode(tokens)
        logits = model.decode(tokens, memory.detach(), tokens)
    d_model = memory.shape[-1]
    words = {one.shape[0] for one in parameters.values() if one.dim() == 2} - {d_model, SIZES["d_ff"]}
    slots = {}
    for half, output, attentions, norms in (("encoder", memory, 1, 2), ("decoder", logits, 2, 3)):
        parts = [part for part in parts_of(parameters, output, d_model, words) if part.distance >= 0]
        each = {ATTENTION: attentions, NORM: norms, FEED_FORWARD: 1, TABLE: 1}
        for kind, per_layer in each.items():
            for index, part in enumerate([one for one in parts if one.kind == kind]):
                place = f"{half}.{index // per_layer}.{kind}{index % per_layer}"
                slots |= _of(part, place)
    return slots


def _of(part: Part, place: str) -> dict[str, tuple[str, bool]]:
    return {f"{place}.{role}": (name, role in part.turned) for role, name in part.names.items()}
