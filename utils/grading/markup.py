"""What a submission's Markdown may become in the feedback page and in formgrader: text and pictures, nothing that acts."""

import re

import bleach
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

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
    renderer = IPythonRenderer(escape=False, attachments=attachments)
    return cleaned(MarkdownWithMath(renderer=renderer).render(source))


def cleaned(html: str) -> str:
    return bleach.clean(
        html, tags=TAGS, attributes=_may_stay, protocols={"http", "https", "mailto", "data"}, strip=True
    )


def _may_stay(tag: str, name: str, value: str) -> bool:
    if name == "class":
        return all(COLOURS.fullmatch(one) for one in value.split())
    if tag == "a" and name == "href":
        return value.startswith(LINKS)
    if tag == "img" and name == "src":
        return PICTURES.fullmatch(value) is not None
    return name in ("alt", "title") or (tag == "details" and name == "open")
