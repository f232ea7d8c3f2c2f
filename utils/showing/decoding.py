"""Decoding, step by step: what the decoder has written, what it may see of it, where it looks, and what it says next.

One folded section a step, which opens without a script: inline styles and inherited colours only, so that it survives untrusted
notebooks, static HTML and both themes. What is shown is read from the model while it decodes, by whatever names its parts have.
"""

import html
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from utils.errors import CourseError
from utils.showing.attention import BLUE, FEW, AttentionTable, shade

EOS = 2


@dataclass(frozen=True)
class Step:
    """One more token: `written` are those before it."""

    written: tuple[str, ...]
    mask: tuple[tuple[bool, ...], ...]
    """Who may see whom among the written tokens, (written, written); the last row is in force."""
    glance: tuple[float, ...]
    """The last layer's cross-attention of the last written token, mean over heads, (source,)."""
    likely: tuple[tuple[str, float], ...]
    """The most likely next tokens and their probabilities, the largest first."""
    chosen: str


@dataclass(frozen=True)
class DecodingSteps:
    """How one sentence was written; in a notebook the first step is open."""

    source: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def attention_map(self) -> AttentionTable:
        """Every step's glance, one below the other."""
        title = "While it writes a word (row), where does it look (column)?"
        chosen = tuple(step.chosen for step in self.steps)
        return AttentionTable(tuple(step.glance for step in self.steps), chosen, self.source, title)

    def __repr__(self) -> str:
        return "\n\n".join(self._in_words(number, step) for number, step in enumerate(self.steps, 1))

    def _repr_html_(self) -> str:
        return "".join(self._section(number, step) for number, step in enumerate(self.steps, 1))

    def _in_words(self, number: int, step: Step) -> str:
        seen = [word for word, allowed in zip(step.written, step.mask[-1]) if allowed]
        looks = [f"{word} {value:.2f}" for word, value in zip(self.source, step.glance)]
        says = [f"{word} {_chance(value, '<')}" for word, value in step.likely]
        parts = (("may see", seen), ("looks at", looks), ("says", says))
        lines = [f"  {name:<8}  {', '.join(words)}" for name, words in parts]
        return "\n".join([f"Step {number}: {' '.join(step.written)} → {step.chosen}", *lines])

    def _section(self, number: int, step: Step) -> str:
        written, chosen = html.escape(" ".join(step.written)), html.escape(step.chosen)
        title = f"Step {number}: {written} → <strong>{chosen}</strong>"
        room = 5 + 2 * len(self.steps)  # for the largest mask, so that the other two stand still from step to step
        opened = " open" if number == 1 else ""
        return (
            f'<details{opened} style="{_SECTION}"><summary style="{_SUMMARY}">{title}</summary><div style="{_PANELS}">'
            f'<div style="flex:0 1 {room}em">{_mask(step)}</div><div>{self._glance(step)}</div><div>{_likely(step)}</div>'
            f"</div></details>"
        )

    def _glance(self, step: Step) -> str:
        rows = [
            f'<th scope="row" style="{_WORD}">{html.escape(word)}</th>'
            f'<td style="background-color:rgba({BLUE},{shade(value):.3f});{_CELL}">{value:.2f}</td>'
            for word, value in zip(self.source, step.glance)
        ]
        return _table("2 · looks at (cross-attention)", rows)


def decoding_steps(
    model: nn.Module, src: Tensor, tokens: Tensor, source: Sequence[str], target: Sequence[str], top: int = 4
) -> DecodingSteps:
    """Follow a Transformer while it writes `tokens` (1, length), which begin with bos, for the one sentence `src` (1, source).

    `source` and `target` are the words of the two vocabularies. A step shows the `top` most likely tokens and the one
    that was chosen, wherever it stands.
    """
    if src.shape[0] != 1 or tokens.shape[0] != 1:
        raise ValueError(f"src and tokens must hold one sentence each; got {src.shape[0]} and {tokens.shape[0]}")
    written = _until_eos(tokens[0].tolist())
    was_training = model.training
    model.eval()
    with torch.no_grad():
        memory = model.encode(src)
        steps = [
            _step(model, src, memory, tokens[:, :length], written[length], target, top)
            for length in range(1, len(written))
        ]
    model.train(was_training)
    return DecodingSteps(tuple(source[one] for one in src[0].tolist()), tuple(steps))


def _step(
    model: nn.Module, src: Tensor, memory: Tensor, tokens: Tensor, chosen: int, target: Sequence[str], top: int
) -> Step:
    with _attentions(model) as calls:
        chances = model.decode(tokens, memory, src)[0, -1].softmax(dim=-1)
    if len(calls) < 2:
        raise CourseError(
            "The decoder uses no MultiHeadAttention that can be watched: call it as attention(q, k, v, mask)."
        )
    (mask, _), (_, weights) = calls[-2:]  # the last layer's self-attention, then its cross-attention
    best = chances.topk(min(top, len(chances))).indices.tolist()
    shown = best if chosen in best else [*best, chosen]
    return Step(
        tuple(target[one] for one in tokens[0].tolist()),
        _rows(mask, tokens.shape[1]),
        tuple(weights[0, :, -1].mean(dim=0).tolist()),
        tuple((target[one], chances[one].item()) for one in shown),
        target[chosen],
    )


@contextmanager
def _attentions(model: nn.Module) -> Iterator[list[tuple[Tensor | None, Tensor]]]:
    """The mask and the weights (batch, heads, queries, keys) of every attention, in the order of use."""
    calls = []

    def keep(part: nn.Module, args: tuple, kwargs: dict, result: object) -> None:
        weights = getattr(part, "weights", None)
        if isinstance(weights, Tensor) and weights.ndim == 4:
            calls.append((args[3] if len(args) > 3 else kwargs.get("mask"), weights))

    hooks = [part.register_forward_hook(keep, with_kwargs=True) for part in model.modules()]
    try:
        yield calls
    finally:
        for hook in hooks:
            hook.remove()


def _rows(mask: Tensor | None, length: int) -> tuple[tuple[bool, ...], ...]:
    """The mask of the one sentence as rows of the written tokens; no mask allows all."""
    mask = torch.ones(length, length, dtype=torch.bool) if mask is None else mask
    while mask.ndim > 2:
        mask = mask[0]
    return tuple(map(tuple, mask.expand(length, length).tolist()))


def _until_eos(tokens: list[int]) -> list[int]:
    return tokens[: tokens.index(EOS) + 1] if EOS in tokens else tokens


def _mask(step: Step) -> str:
    """The written tokens, numbered; of many only the row in force."""
    length = len(step.written)
    numbers = "".join(f'<th scope="col" style="{_NUMBER}">{number}</th>' for number in range(1, length + 1))
    rows = [f'<td style="{_NUMBER}"></td>{numbers}']
    for number, (word, row) in enumerate(zip(step.written, step.mask), 1):
        if number == length or length <= FEW:
            rows.append(_mask_row(f"{word} {number}", row, in_force=number == length))
    return _table("1 · may see (mask)", rows)


def _mask_row(word: str, row: tuple[bool, ...], in_force: bool) -> str:
    strength = shade(1.0 if in_force else 0.25)
    cells = "".join(
        f'<td style="background-color:rgba({BLUE},{strength * allowed:.3f});{_CELL}">{"✓" if allowed else "–"}</td>'
        for allowed in row
    )
    name = f"<strong>{html.escape(word)}</strong>" if in_force else html.escape(word)
    return f'<th scope="row" style="{_WORD}">{name}</th>{cells}'


def _likely(step: Step) -> str:
    rows = [_likely_row(word, value, word == step.chosen) for word, value in step.likely]
    return _table("3 · says next (probability)", rows)


def _likely_row(word: str, value: float, chosen: bool) -> str:
    name = f"<strong>→ {html.escape(word)}</strong>" if chosen else html.escape(word)
    bar = f'<div style="width:{100 * value:.1f}%;{_BAR}"></div>'
    return (
        f'<th scope="row" style="{_WORD};min-width:6em">{name}</th><td style="{_PLAIN}">{_chance(value)}</td>'
        f'<td style="{_PLAIN}"><div style="{_TRACK}">{bar}</div></td>'
    )


def _chance(value: float, less: str = "&lt;") -> str:
    return f"{value:.3f}" if value >= 0.0005 else f"{less}0.001"


def _table(caption: str, rows: Sequence[str]) -> str:
    body = "".join(f'<tr style="{_ROW}">{row}</tr>' for row in rows)
    return f'<table style="{_TABLE}"><caption style="{_CAPTION}">{caption}</caption><tbody>{body}</tbody></table>'


_SECTION = "margin:4px 0;color:inherit"
_SUMMARY = "display:list-item;cursor:pointer;padding:2px 0"
_PANELS = "display:flex;flex-wrap:wrap;gap:4px 32px;padding:2px 0 10px 18px"
_TABLE = "border-collapse:collapse;border-spacing:0;margin:0;color:inherit;font-size:90%"
_CAPTION = "caption-side:top;text-align:left;color:inherit;padding:4px 0;white-space:nowrap"
_ROW = "background-color:transparent"
_WORD = "padding:2px 8px 2px 0;text-align:right;font-weight:normal;color:inherit;border:none;white-space:nowrap"
_NUMBER = "padding:0 6px;text-align:center;font-weight:normal;color:inherit;border:none"
_CELL = "padding:2px 6px;text-align:center;color:inherit;border:1px solid rgba(128,128,128,0.25);min-width:14px"
_PLAIN = "padding:2px 6px;text-align:left;color:inherit;border:none"
_TRACK = "width:90px;background-color:rgba(128,128,128,0.15)"
_BAR = f"height:11px;background-color:rgba({BLUE},0.7)"
