"""Attention as a picture: one row for each query, one column for each key, darker where the weight is larger.

A table with inline styles and inherited text colour, so that it survives untrusted notebooks, static HTML and both
themes; hover over a cell for its number. The same table in plain text is its twin. One hue: what is stronger differs in lightness, which the
colour-blind see and grey print keeps. A table too big to read as numbers is shown as one picture, with words for its twin.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from torch import Tensor

from utils.showing.attention_image import image_html, in_words

FEW = 12
"""Up to so many keys each cell holds its number; a wider table holds dots."""
MANY = 32
"""More queries or keys than this are shown as one picture."""
BLUE = "30,136,229"


@dataclass(frozen=True)
class AttentionTable:
    """One table of weights, (queries, keys), with the words that they belong to."""

    weights: tuple[tuple[float, ...], ...]
    queries: tuple[str, ...]
    keys: tuple[str, ...]
    title: str = ""

    @property
    def _is_big(self) -> bool:
        return max(len(self.queries), len(self.keys)) > MANY

    def __repr__(self) -> str:
        if self._is_big:
            return in_words(self.weights, self.queries, self.keys, self.title)
        first = max(len(word) for word in ("", *self.queries))
        widths = [max(4, len(word)) for word in self.keys]
        lines = ["  ".join([" " * first, *(word.rjust(width) for word, width in zip(self.keys, widths))])]
        for word, row in zip(self.queries, self.weights):
            numbers = [f"{value:.2f}".rjust(width) for value, width in zip(row, widths)]
            lines.append("  ".join([word.ljust(first), *numbers]))
        return "\n".join([self.title, *lines] if self.title else lines)

    def _repr_html_(self) -> str:
        if self._is_big:
            return image_html(self.weights, self.queries, self.keys, self.title)
        caption = f'<caption style="{_CAPTION}">{html.escape(self.title)}</caption>' if self.title else ""
        heads = "".join(f'<th scope="col" style="{_KEY}">{html.escape(word)}</th>' for word in self.keys)
        rows = [f'<tr style="{_ROW}"><td style="{_KEY}"></td>{heads}</tr>']
        for word, row in zip(self.queries, self.weights):
            cells = "".join(self._cell(word, key, value) for key, value in zip(self.keys, row))
            rows.append(f'<tr style="{_ROW}"><th scope="row" style="{_QUERY}">{html.escape(word)}</th>{cells}</tr>')
        return f'<table style="{_TABLE}">{caption}<tbody>{"".join(rows)}</tbody></table>'

    def _cell(self, query: str, key: str, value: float) -> str:
        shown = f"{value:.2f}" if len(self.keys) <= FEW else _dot(value)
        colour = f"background-color:rgba({BLUE},{shade(value):.3f});"
        hover = html.escape(f"{query} → {key}: {value:.3f}")
        return f'<td title="{hover}" style="{colour}{_CELL}">{shown}</td>'


@dataclass(frozen=True)
class AttentionTables:
    """Several tables side by side."""

    tables: tuple[AttentionTable, ...]

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self.tables))

    def _repr_html_(self) -> str:
        return "".join(f'<div style="{_BESIDE}">{table._repr_html_()}</div>' for table in self.tables)


def attention_map(
    weights: Tensor, queries: Sequence[str], keys: Sequence[str] | None = None, title: str = ""
) -> AttentionTable:
    """Weights (queries, keys) as a table; `keys` are the words of `queries` where they are not given."""
    queries = tuple(map(str, queries))
    keys = queries if keys is None else tuple(map(str, keys))
    if tuple(weights.shape) != (len(queries), len(keys)):
        raise ValueError(
            f"weights must have shape (queries, keys) = {(len(queries), len(keys))}; got {tuple(weights.shape)}"
        )
    return AttentionTable(tuple(map(tuple, weights.detach().double().tolist())), queries, keys, title)


def attention_maps(
    weights: Tensor,
    queries: Sequence[str],
    keys: Sequence[str] | None = None,
    titles: Sequence[str] | None = None,
) -> AttentionTables:
    """Weights (heads, queries, keys) as one table for each head; `titles` are head 1, head 2, … if not given."""
    if weights.ndim != 3:
        raise ValueError(f"weights must have shape (heads, queries, keys); got {tuple(weights.shape)}")
    titles = [f"head {number}" for number in range(1, len(weights) + 1)] if titles is None else titles
    if len(titles) != len(weights):
        raise ValueError(f"there are {len(weights)} heads but {len(titles)} titles")
    return AttentionTables(
        tuple(attention_map(one, queries, keys, title) for one, title in zip(weights, titles, strict=True))
    )


_TABLE = "border-collapse:collapse;border-spacing:0;margin:4px 0;color:inherit;font-size:90%"
_CAPTION = "caption-side:top;text-align:left;color:inherit;padding:2px 0;font-weight:bold"
_ROW = "background-color:transparent"
_KEY = "padding:2px 6px;text-align:center;font-weight:normal;color:inherit;border:none"
_QUERY = "padding:2px 8px;text-align:right;font-weight:normal;color:inherit;border:none"
_CELL = "padding:4px 6px;text-align:center;color:inherit;border:1px solid rgba(128,128,128,0.25);min-width:20px"
_BESIDE = "display:inline-block;vertical-align:top;margin:0 20px 8px 0"


def shade(value: float) -> float:
    """How opaque a cell is: its share, never so dark that the text on it cannot be read; NaN is left white."""
    return 0.7 * min(max(value, 0.0), 1.0) if value == value else 0.0


def _dot(value: float) -> str:
    return "●" if value >= 0.4 else "•" if value >= 0.15 else "·" if value >= 0.03 else ""
