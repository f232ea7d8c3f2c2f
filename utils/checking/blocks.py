"""The Transformer's blocks as formulas of given numbers: what the judge compares layers, stacks and models with.

A layer is a list of Blocks in the order of use: attention, norm, feed-forward, norm in the encoder; attention, norm,
attention, norm, feed-forward, norm in the decoder. `Fitted` writes the same numbers into an answer.
"""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from utils.checking.expect import fail, shape, tensor
from utils.checking.parts import ATTENTION, FEED_FORWARD, NORM, PROJECTIONS, TABLE, Part, parts_of
from utils.checking.student import Handle, Student


@dataclass
class Block:
    """The numbers of one part."""

    kind: str
    values: dict[str, Tensor]

    def double(self) -> "Block":
        return Block(self.kind, {role: value.double() for role, value in self.values.items()})


def make(student: Student, name: str, *args: object, **kwargs: object) -> Handle:
    """An instance of the answer's class, in eval mode; what is drawn next does not depend on what it drew."""
    seed = torch.initial_seed()
    module = getattr(student, name)(*args, **kwargs)
    torch.default_generator.manual_seed(seed + 1)
    return module.set_mode(False)


def drawn_attention(d_model: int) -> Block:
    weights = {f"{one}.weight": torch.randn(d_model, d_model) * 1.3 / math.sqrt(d_model) for one in PROJECTIONS}
    return Block(ATTENTION, weights | {f"{one}.bias": torch.randn(d_model) * 0.4 for one in PROJECTIONS})


def drawn_norm(d_model: int) -> Block:
    return Block(NORM, {"weight": 1 + 0.4 * torch.randn(d_model), "bias": 0.4 * torch.randn(d_model)})


def drawn_feed_forward(d_model: int, d_ff: int) -> Block:
    values = {
        "linear1.weight": torch.randn(d_ff, d_model) / math.sqrt(d_model),
        "linear1.bias": torch.randn(d_ff) * 0.4,
        "linear2.weight": torch.randn(d_model, d_ff) / math.sqrt(d_ff),
        "linear2.bias": torch.randn(d_model) * 0.4,
    }
    return Block(FEED_FORWARD, values)


def drawn_encoder(n_layers: int, d_model: int, d_ff: int) -> list[Block]:
    drawn = []
    for _ in range(n_layers):
        drawn += [drawn_attention(d_model), drawn_norm(d_model)]
        drawn += [drawn_feed_forward(d_model, d_ff), drawn_norm(d_model)]
    return drawn


def drawn_decoder(n_layers: int, d_model: int, d_ff: int) -> list[Block]:
    drawn = []
    for _ in range(n_layers):
        drawn += [drawn_attention(d_model), drawn_norm(d_model), drawn_attention(d_model), drawn_norm(d_model)]
        drawn += [drawn_feed_forward(d_model, d_ff), drawn_norm(d_model)]
    return drawn


def silenced(blocks: list[Block]) -> list[Block]:
    """The same blocks with sub-layers that return zero and norms as they start."""
    quiet = [Block(one.kind, {role: torch.zeros_like(value) for role, value in one.values.items()}) for one in blocks]
    for one in quiet:
        if one.kind == NORM:
            one.values["weight"] += 1
    return quiet


def attend(block: Block, query: Tensor, memory: Tensor, mask: Tensor | None, n_heads: int) -> Tensor:
    q, k, v = (
        F.linear(one, block.values[f"{name}.weight"], block.values[f"{name}.bias"]).unflatten(-1, (n_heads, -1))
        for one, name in ((query, "w_q"), (memory, "w_k"), (memory, "w_v"))
    )
    scores = torch.einsum("bqhd,bkhd->bhqk", q, k) / math.sqrt(q.shape[-1])
    if mask is not None:
        allowed = mask.unsqueeze(-3) if mask.dim() == 3 else mask
        scores = torch.where(allowed, scores, -1e9)
        weights = torch.softmax(scores, dim=-1) * allowed
    else:
        weights = torch.softmax(scores, dim=-1)
    merged = torch.einsum("bhqk,bkhd->bqhd", weights, v).flatten(-2)
    return F.linear(merged, block.values["w_o.weight"], block.values["w_o.bias"])


def feed_forward(block: Block, x: Tensor) -> Tensor:
    hidden = F.linear(x, block.values["linear1.weight"], block.values["linear1.bias"]).clamp(min=0)
    return F.linear(hidden, block.values["linear2.weight"], block.values["linear2.bias"])


def norm(block: Block, x: Tensor) -> Tensor:
    return F.layer_norm(x, x.shape[-1:], block.values["weight"], block.values["bias"])


def encoder(blocks: list[Block], x: Tensor, mask: Tensor | None = None, *, n_heads: int) -> Tensor:
    for attention, norm1, network, norm2 in zip(*[iter(blocks)] * 4):
        x = norm(norm1, x + attend(attention, x, x, mask, n_heads))
        x = norm(norm2, x + feed_forward(network, x))
    return x


def decoder(
    blocks: list[Block],
    x: Tensor,
    memory: Tensor,
    self_mask: Tensor | None = None,
    memory_mask: Tensor | None = None,
    *,
    n_heads: int,
) -> Tensor:
    for own, norm1, cross, norm2, network, norm3 in zip(*[iter(blocks)] * 6):
        x = norm(norm1, x + attend(own, x, x, self_mask, n_heads))
        x = norm(norm2, x + attend(cross, x, memory, memory_mask, n_heads))
        x = norm(norm3, x + feed_forward(network, x))
    return x


def torch_layer(blocks: list[Block], n_heads: int) -> nn.Module:
    """Torch's own encoder layer (4 blocks) or decoder layer (6) with these numbers."""
    kind = nn.TransformerEncoderLayer if len(blocks) == 4 else nn.TransformerDecoderLayer
    d_ff, d_model = next(one for one in blocks if one.kind == FEED_FORWARD).values["linear1.weight"].shape
    layer = kind(d_model, n_heads, d_ff, dropout=0.0, batch_first=True)
    state, seen = {}, {ATTENTION: 0, NORM: 0, FEED_FORWARD: 0}
    for one in blocks:
        if one.kind == ATTENTION:
            name = ("self_attn", "multihead_attn")[seen[ATTENTION]]
            for role in ("weight", "bias"):
                state[f"{name}.in_proj_{role}"] = torch.cat([one.values[f"{w}.{role}"] for w in PROJECTIONS[:3]])
                state[f"{name}.out_proj.{role}"] = one.values[f"w_o.{role}"]
        elif one.kind == NORM:
            state |= {f"norm{seen[NORM] + 1}.{role}": value for role, value in one.values.items()}
        else:
            state |= one.values
        seen[one.kind] += 1
    layer.load_state_dict(state)
    return layer


@dataclass
class Use:
    """A call of the answer, and the blocks of which its parts should hold the numbers."""

    blocks: list[Block]
    call: Callable
    inputs: tuple[object, ...]


class Fitted:
    """A module of which it is known what parts its calls use, in order: they hold the numbers of the blocks."""

    def __init__(self, student: Student, module: Handle, *uses: Use, words: Iterable[int] = ()):
        """Fails, once a call has shown what it does, when it has not as many parts of each kind as there are blocks.

        An earlier check of the same answer may have found the parts of a module with the same parameters and the same uses:
        then nothing is called. What is drawn next does not depend on that.
        """
        seed, self._module = torch.initial_seed(), module
        known = student.found.setdefault((*(_kinds(use.blocks) for use in uses), *words), {})
        self.parameters = module.parameters() if known else {}
        found = known.get(self._shapes()) if known else None
        self._used = found or self._find(student, uses, words)
        if not found:
            self._compare_sizes(student, uses)
        self.write(*(use.blocks for use in uses))
        for use, used in zip(uses, self._used):
            if any(len(parts) != len(_of_kind(use.blocks, kind)) for kind, parts in used.items()):
                if not tensor(use.call(*use.inputs)).requires_grad:
                    fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
                message = "Your parts are not those of the figure."
                if not self.parameters:
                    message = "Torch finds no parameters in your module: it does not look into plain lists."
                fail(
                    message, _listed(_kinds(use.blocks)), _listed([kind for kind, parts in used.items() for _ in parts])
                )
        if not found:
            known[self._shapes()] = self._used
        torch.default_generator.manual_seed(seed + 1)
        random.seed(seed + 1)

    def _shapes(self) -> frozenset[tuple]:
        return frozenset((name, tuple(one.shape)) for name, one in self.parameters.items())

    def _compare_sizes(self, student: Student, uses: Iterable[Use]) -> None:
        """Fails where a part's matrix is not as wide as the block's: `d_ff` or `d_model` was not handed on."""
        for use, used in zip(uses, self._used):
            for part, block in [pair for kind in used for pair in zip(used[kind], _of_kind(use.blocks, kind))]:
                for name, value in _by_name(part, block).items():
                    if self.parameters[name].numel() != value.numel():
                        student.note(tuple(self.parameters[name].shape))
                        shape(self.parameters[name], tuple(value.shape), f"The parameter {name}")

    def _find(self, student: Student, uses: Iterable[Use], words: Iterable[int]) -> list[dict[str, list[Part]]]:
        """For each use the parts of each kind, found by calling it."""
        outputs = []
        for use in uses:
            outputs.append(tensor(use.call(*use.inputs)))
            student.forget()  # it rests on numbers that the answer drew
        self.parameters = self._module.parameters()
        return [self._parts(use.blocks, output, words) for use, output in zip(uses, outputs)]

    def _parts(self, blocks: list[Block], output: Tensor, words: Iterable[int]) -> dict[str, list[Part]]:
        d_model = next(len(one.values["weight"]) for one in blocks if one.kind == NORM)
        parts = parts_of(self.parameters, output, d_model, words)
        kinds = ATTENTION, NORM, FEED_FORWARD
        return {kind: _the_used(parts, kind, len(_of_kind(blocks, kind))) for kind in kinds}

    def write(self, *blocks: list[Block]) -> None:
        """Write other numbers into the parts, for each use in order."""
        numbers: dict[str, Tensor] = {}
        for wanted, used in zip(blocks, self._used):
            for kind, parts in used.items():
                of_kind = _of_kind(wanted, kind)
                for part, block in zip(parts, of_kind):
                    numbers |= _by_name(part, block)
                for part in parts[len(of_kind) :]:
                    numbers |= {name: _filling(self.parameters[name]) for name in part.names.values()}
        self._module.load({name: value.reshape(self.parameters[name].shape) for name, value in numbers.items()})


def fit(student: Student, module: Handle, blocks: list[Block], *inputs: object) -> Fitted:
    """Write the blocks' numbers into the parts that the module itself uses when it is called."""
    return Fitted(student, module, Use(blocks, module, inputs))


def _kinds(blocks: list[Block]) -> tuple[str, ...]:
    return tuple(one.kind for one in blocks)


def _of_kind(blocks: list[Block], kind: str) -> list[Block]:
    return [one for one in blocks if one.kind == kind]


def _the_used(parts: list[Part], kind: str, wanted: int) -> list[Part]:
    """The parts that the output depends on, or all of the kind when a gradient is cut but their number is right."""
    every = [part for part in parts if part.kind == kind]
    used = [part for part in every if part.distance >= 0]
    return every if len(used) < wanted == len(every) else used


def _by_name(part: Part, block: Block) -> dict[str, Tensor]:
    shown = {role: block.values[role] for role in part.names}
    return {part.names[role]: value.T if role in part.turned else value for role, value in shown.items()}


def _filling(like: Tensor) -> Tensor:
    """Some numbers, always the same, for a part that should not be there."""
    return torch.linspace(-1, 1, like.numel()).reshape(like.shape).to(like.dtype)


def _listed(kinds: Sequence[str]) -> str:
    counted = [(kind, kinds.count(kind)) for kind in (ATTENTION, NORM, FEED_FORWARD, TABLE) if kind in kinds]
    plural = {ATTENTION: "attentions", NORM: "norms", FEED_FORWARD: "feed-forwards", TABLE: "tables"}
    return ", ".join(f"{n} {kind if n == 1 else plural[kind]}" for kind, n in counted) or "none that the output uses"
