"""The whole model as one picture: every box named by the exercise that builds it, filled and ticked where that has passed.

An SVG on a white card of its own, so that it reads in both themes, shown as an image inside HTML, so that it also
appears in untrusted notebooks and static pages.
"""

import base64
import html
from collections.abc import Collection
from dataclasses import dataclass

from utils.pieces import folder

WIDTH, HEIGHT = 740, 570
BOX, GAP = 190, 44
INK, FRAME = "#1f2933", "#7b8794"
BLUE, GREEN, ORANGE, GREY = "#d3e5f5", "#d5eee2", "#fbe3cd", "#eef0f2"
LEFT, RIGHT = 60, 400
"""Left edges of the encoder's and the decoder's boxes."""


@dataclass(frozen=True)
class Architecture:
    """The picture, with a text twin."""

    passed: frozenset[str]

    def __repr__(self) -> str:
        return f"{self.summary}: {', '.join(self._done) or 'none yet'}"

    @property
    def summary(self) -> str:
        """How much of it has passed, in words."""
        return f"The Transformer, {len(self._done)} of {len(_NAMES)} pieces passed"

    @property
    def _done(self) -> list[str]:
        return [name for name in _NAMES if name in self.passed]

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.svg().encode()).decode()
        said = html.escape(f"{_ALT} {self!r}.")
        return f'<img alt="{said}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'

    def svg(self) -> str:
        """The picture as SVG text."""
        parts = [_HEAD, _rectangle(0, 0, WIDTH, HEIGHT, "white", "none")]
        for x, boxes, frame in ((LEFT, _ENCODER, "Encoder"), (RIGHT, _DECODER, "Decoder")):
            parts += self._column(x, boxes, frame)
        return "".join([*parts, *self._wires(), "</svg>"])

    def _column(self, x: int, boxes: list[tuple[str, str, str]], frame: str) -> list[str]:
        low, high = _top(len(boxes) - 1 if frame == "Encoder" else len(boxes) - 2), _top(1) + 34
        layer = f"{frame}Layer"
        parts = [
            _rectangle(x - 22, low - 12, BOX + 44, high - low + 24, "#fafbfc", FRAME, dashed=True),
            _text(x + BOX / 4 - 8, low - 20, f"N × {self._named(layer)}", 11, INK),
            _text(x + 3 * BOX / 4 + 4, low - 20, f"= {self._named(frame)}", 11, INK),
        ]
        for index, (title, exercise, colour) in enumerate(boxes):
            parts += self._box(x, _top(index), title, exercise, colour)
            if index:
                parts.append(_arrow(x + BOX / 2, _top(index - 1), x + BOX / 2, _top(index) + 34))
        return parts

    def _box(self, x: int, y: float, title: str, exercise: str, colour: str) -> list[str]:
        names = exercise.split(", ")
        filled = self.passed.issuperset(names)
        size = 9.5 if len(exercise) < 30 else 8.6
        return [
            _rectangle(x, y, BOX, 34, colour if filled else "white", INK if filled else FRAME, dashed=not filled),
            _text(x + BOX / 2, y + 14, title, 12, INK),
            _text(x + BOX / 2, y + 28, ", ".join(map(self._named, names)), size, INK, mono=True),
        ]

    def _named(self, exercise: str) -> str:
        return f"{exercise} ✓" if exercise in self.passed else exercise

    def _wires(self) -> list[str]:
        """Residual arcs, the memory's way into the decoder, tokens at the bottom, and the loop of decoding."""
        parts = [
            _residual(x, first, second)
            for x, pairs in ((LEFT, _ENCODER_SUMS), (RIGHT, _DECODER_SUMS))
            for first, second in pairs
        ]
        top, cross = _top(4) - 54, _top(3) + 17
        memory = f"M{LEFT + BOX / 2},{_top(4)} V{top} H{(LEFT + BOX + RIGHT) / 2} V{cross} H{RIGHT - 2}"
        parts.append(_path(memory, arrow=True, wide=True))
        for line, text in enumerate(("memory:", "keys and values")):
            parts.append(_text((LEFT + BOX + RIGHT) / 2, cross + 18 + 13 * line, text, 10.5, INK))
        for x, text in ((LEFT, "source tokens"), (RIGHT, "target tokens so far")):
            parts.append(_arrow(x + BOX / 2, _top(0) + 58, x + BOX / 2, _top(0) + 34))
            parts.append(_text(x + BOX / 2, _top(0) + 72, text, 12, INK))
        x, y = RIGHT + BOX, _top(7)
        loop = f"M{x},{y + 17} H{x + 62} V{_top(0) + 68} H{RIGHT + BOX / 2 + 70}"
        parts += [_path(loop, arrow=True), _text(x + 72, y + 9, self._named("greedy_decode"), 10.5, INK, mono=True)]
        parts.append(_text(LEFT + BOX / 2, 40, "The whole is", 12, INK))
        parts.append(_text(LEFT + BOX / 2, 58, self._named("Transformer"), 13, INK, mono=True))
        return parts


def architecture(passed: Collection[str] | None = None) -> Architecture:
    """The picture of the whole model; `passed` are the pieces to tick, by default the learner's own that have passed."""
    if passed is None:
        passed = [path.stem for path in folder().glob("*.py")]
    return Architecture(frozenset(passed))


_EMBEDDING = ("embedding + positions", "TransformerEmbedding", GREY)
_ENCODER = [
    _EMBEDDING,
    ("self-attention", "MultiHeadAttention", ORANGE),
    ("add x, then normalise", "AddAndNorm", GREEN),
    ("feed-forward", "FeedForward", BLUE),
    ("add x, then normalise", "AddAndNorm", GREEN),
]
_DECODER = [
    _EMBEDDING,
    ("masked self-attention", "MultiHeadAttention, decoder_mask", ORANGE),
    ("add x, then normalise", "AddAndNorm", GREEN),
    ("cross-attention", "MultiHeadAttention", ORANGE),
    ("add x, then normalise", "AddAndNorm", GREEN),
    ("feed-forward", "FeedForward", BLUE),
    ("add x, then normalise", "AddAndNorm", GREEN),
    ("times the target table: logits", "Transformer", GREY),
]
_ENCODER_SUMS = ((1, 2), (3, 4))
_DECODER_SUMS = ((1, 2), (3, 4), (5, 6))
_NAMES = (
    *("TransformerEmbedding", "MultiHeadAttention", "AddAndNorm", "FeedForward", "EncoderLayer", "Encoder"),
    *("decoder_mask", "DecoderLayer", "Decoder", "Transformer", "greedy_decode"),
)
_ALT = (
    "The Transformer. Left, the encoder: embedding, then N layers of self-attention, add and norm, feed-forward, add and "
    "norm. Right, the decoder: embedding, then N layers of masked self-attention, cross-attention to the encoder's memory and "
    "feed-forward, each with add and norm, then the product with the target table, whose best word is fed back as input."
)
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
    'font-family="Helvetica,Arial,sans-serif"><defs><marker id="tip" markerWidth="8" markerHeight="8" refX="6" refY="3" '
    f'orient="auto"><path d="M0,0 L6,3 L0,6 Z" fill="{INK}"/></marker></defs>'
)


def _top(index: int) -> float:
    """The upper edge of the box at this place, counted from the bottom; layers leave room for their frame."""
    return 480 - index * (34 + 22) - (14 if index else 0) - (16 if index == 7 else 0)


def _rectangle(x: float, y: float, width: float, height: float, fill: str, stroke: str, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" stroke="{stroke}"{dash}/>'


def _text(x: float, y: float, text: str, size: float, colour: str, mono: bool = False) -> str:
    family = ' font-family="Menlo,Consolas,monospace"' if mono else ""
    middle = 'text-anchor="middle"'
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" {middle}{family}>{html.escape(text)}</text>'


def _path(way: str, arrow: bool = False, wide: bool = False) -> str:
    tip = ' marker-end="url(#tip)"' if arrow else ""
    return f'<path d="{way}" fill="none" stroke="{INK}" stroke-width="{2 if wide else 1.2}"{tip}/>'


def _arrow(x: float, y: float, to_x: float, to_y: float) -> str:
    return _path(f"M{x},{y} L{to_x},{to_y + 1}", arrow=True)


def _residual(x: float, first: int, second: int) -> str:
    """The way round a sub-layer: from below it to the Add & Norm above it, on the outer side."""
    start, end = _top(first) + 34 + 8, _top(second) + 17
    edge = x + BOX
    return _path(f"M{x + BOX / 2},{start} H{edge + 12} V{end} H{edge + 1}", arrow=True)
