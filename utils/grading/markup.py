"""What a submission's text and code may become in the feedback page and in formgrader: nothing that acts.

Formulas of the lesson's own cells become MathML, which browsers show by themselves; those that a submission brings stay
as they are written. Most cells are the lesson's, the same for everybody: what was made of the last ones is kept.
"""

import functools
import html
import json
import re

import bleach
from jinja2 import pass_context
from jinja2.runtime import Context
from latex2mathml.converter import convert
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from utils.paths import SOLUTIONS

KEPT = 500
"""Cells; a lesson has about a hundred."""

TEXT = "a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre s span strong sub sup ul"
TAGS = {*TEXT.split(), "details", "summary", "img", "table", "thead", "tbody", "tr", "th", "td"}
LINKS = ("http://", "https://", "mailto:")
PICTURES = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
COLOURS = re.compile(r"highlight|hll|[a-z]{1,2}[0-9a-z]?")
"""Classes of highlighted code; any other could pass for a part of nbgrader's page."""
CODE = re.compile(r"(<(code|pre)\b.*?</\2>)", re.DOTALL)
FORMULA = re.compile(r"\$\$(?P<block>.+?)\$\$|\$(?P<inline>.+?)\$", re.DOTALL)


@pass_context
def safe_markdown(context: Context, source: str) -> str:
    """The HTML of a Markdown cell, without scripts, styles, forms, remote pictures and nbgrader's own marks."""
    attachments = context.get("cell", {}).get("attachments", {})
    return _rendered(source, attachments) if attachments else _rendered_once(source)


def _rendered(source: str, attachments: dict | None = None) -> str:
    renderer = IPythonRenderer(escape=False, attachments=attachments or {}, exclude_anchor_links=True)
    safe = cleaned(MarkdownWithMath(renderer=renderer).render(source))
    return _with_formulas(safe) if source.strip() in _of_the_lessons() else safe


@functools.cache
def _of_the_lessons() -> frozenset[str]:
    """The texts of the lessons' own cells: no submission says what their formulas hold."""
    notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in SOLUTIONS.glob("*/*.ipynb")]
    cells = [cell for notebook in notebooks for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    return frozenset("".join(cell["source"]).strip() for cell in cells)


def _with_formulas(page: str) -> str:
    parts, start = [], 0
    for code in CODE.finditer(page):
        parts += [FORMULA.sub(_mathml, page[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, FORMULA.sub(_mathml, page[start:])])


def _mathml(formula: re.Match) -> str:
    display = formula.lastgroup or "inline"
    return convert(html.unescape(formula[display]), display=display)


_rendered_once = functools.lru_cache(KEPT)(_rendered)


@functools.lru_cache(KEPT)
def _highlighted(source: str, language: str | None) -> str:
    return Highlight2HTML()(source, language)


def highlighted(source: str, language: str | None = None, metadata: dict | None = None) -> str:
    """The HTML of a code cell; what `metadata` says of its language is the submission's, and not asked."""
    return _highlighted(source, language)


def cleaned(page: str) -> str:
    """This HTML without anything that acts; pictures without words for them say so."""
    safe = bleach.clean(
        page, tags=TAGS, attributes=_may_stay, protocols={"http", "https", "mailto", "data"}, strip=True
    )
    return re.sub(r"<img(?![^>]* alt=)", '<img alt="No description has been provided for this image"', safe)


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name == "class":
        return all(COLOURS.fullmatch(one) for one in value.split())
    if tag == "a" and name == "href":
        return value.startswith(LINKS)
    if tag == "img" and name == "src":
        return PICTURES.fullmatch(value) is not None
    return name in ("alt", "title") or (tag == "details" and name == "open")
