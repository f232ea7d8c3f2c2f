"""What a submission's text and code may become in the feedback page and in formgrader: nothing that acts.

Most cells are the lesson's, the same for everybody: what was made of the last ones is kept.
"""

import functools
import re

import bleach
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

KEPT = 500
"""Cells; a lesson has about a hundred."""

TEXT = "a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre s span strong sub sup ul"
TAGS = {*TEXT.split(), "details", "summary", "img", "table", "thead", "tbody", "tr", "th", "td"}
LINKS = ("http://", "https://", "mailto:")
PICTURES = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
COLOURS = re.compile(r"highlight|hll|[a-z]{1,2}[0-9a-z]?")
"""Classes of highlighted code; any other could pass for a part of nbgrader's page."""


@pass_context
def safe_markdown(context: Context, source: str) -> str:
    """The HTML of a Markdown cell, without scripts, styles, forms, remote pictures and nbgrader's own marks."""
    attachments = context.get("cell", {}).get("attachments", {})
    return _rendered(source, attachments) if attachments else _rendered_once(source)


def _rendered(source: str, attachments: dict | None = None) -> str:
    renderer = IPythonRenderer(escape=False, attachments=attachments or {}, exclude_anchor_links=True)
    return cleaned(MarkdownWithMath(renderer=renderer).render(source))


_rendered_once = functools.lru_cache(KEPT)(_rendered)


@functools.lru_cache(KEPT)
def _highlighted(source: str, language: str | None) -> str:
    return Highlight2HTML()(source, language)


def highlighted(source: str, language: str | None = None, metadata: dict | None = None) -> str:
    """The HTML of a code cell; what `metadata` says of its language is the submission's, and not asked."""
    return _highlighted(source, language)


def cleaned(html: str) -> str:
    """This HTML without anything that acts; pictures without words for them say so."""
    safe = bleach.clean(
        html, tags=TAGS, attributes=_may_stay, protocols={"http", "https", "mailto", "data"}, strip=True
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
