"""A big attention map as one picture, with words for those who cannot see it.

White like every figure of the course, so that it is the same in both themes; one hue, from white to dark blue, so that its order
survives colour blindness and grey print.
"""

import base64
import html
import io
import math

INCHES, DPI = 6.0, 110
LABELS = 40
"""At most so many words along a side; more would run into each other."""


def image_html(
    weights: tuple[tuple[float, ...], ...], queries: tuple[str, ...], keys: tuple[str, ...], title: str
) -> str:
    """Weights (queries, keys) as an <img> with its PNG inside; the scale ends at the largest weight."""
    data = base64.b64encode(_png(weights, queries, keys, title)).decode()
    return f'<img alt="{html.escape(in_words(weights, queries, keys, title))}" style="max-width:100%" src="data:image/png;base64,{data}">'


def in_words(
    weights: tuple[tuple[float, ...], ...], queries: tuple[str, ...], keys: tuple[str, ...], title: str
) -> str:
    """What the picture shows: its size and, for every query, where most of its weight goes."""
    most = []
    for word, row in zip(queries, weights):
        known = [(value, key) for value, key in zip(row, keys) if not math.isnan(value)]
        value, key = max(known, key=lambda one: one[0], default=(0.0, ""))
        most.append(f"{word} → {key} {value:.2f}" if known else f"{word} → nothing")
    head = f"{title}: " if title else ""
    return f"{head}attention of {len(queries)} queries to {len(keys)} keys. Most of each goes to: {', '.join(most)}."


def _png(weights: tuple[tuple[float, ...], ...], queries: tuple[str, ...], keys: tuple[str, ...], title: str) -> bytes:
    from matplotlib.figure import Figure

    height = INCHES * min(max(len(queries) / len(keys), 0.3), 2)
    figure = Figure(figsize=(INCHES, height), dpi=DPI, layout="constrained", facecolor="white")
    axes = figure.subplots()
    shown = axes.imshow(weights, cmap="Blues", vmin=0, aspect="auto", interpolation="nearest")
    figure.colorbar(shown, ax=axes, label="weight", shrink=0.6)
    for axis, words in ((axes.xaxis, keys), (axes.yaxis, queries)):
        places = range(0, len(words), math.ceil(len(words) / LABELS))
        axis.set_ticks(places, [words[place] for place in places], fontsize=7, parse_math=False)
    axes.tick_params(axis="x", rotation=90)
    axes.set(xlabel="keys", ylabel="queries")
    axes.set_title(title, loc="left", parse_math=False)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})  # the same bytes on every run
    return file.getvalue()
