"""The feedback page: what most students share of it is made once for all of them, and it needs nothing from elsewhere."""

import re
from typing import Any
from unittest import mock

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode

MATHJAX = re.compile(r"\s*<!-- Load mathjax -->.*?<!-- End of mathjax configuration -->", re.DOTALL)
CHECK = re.compile(r'(<a href="#check-([^"]+)">)Test cell(</a>)')
COMMENT = re.compile(r'(<a href="#comment-([^"]+)">)Comment(</a>)')


class FeedbackPage(HTMLExporter):
    """nbconvert's page as its templates give it, `mended`.

    nbconvert parses the finished page and writes it anew, for pictures without words, which takes most of its time; here
    `markup.cleaned` gives them words before.
    """

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **more: Any
    ) -> tuple[str, dict[str, Any]]:
        with mock.patch("nbconvert.exporters.html.BeautifulSoup", _Unparsed, create=True):
            page, resources = super().from_notebook_node(nb, resources, **more)
        return mended(page), resources


def mended(page: str) -> str:
    """This page of nbgrader's with a language, with the exercises' names as contents, and without a script from elsewhere.

    Nobody else learns who reads the page, and it can be read offline: formulas are MathML (`markup`).
    """
    page = MATHJAX.sub("", page, count=1)
    page = page.replace("<html>", '<html lang="en">', 1)
    return COMMENT.sub(r"\1Comment on \2\3", CHECK.sub(r"\1\2\3", page))


class _Unparsed:
    """A page in which there is nothing to change."""

    def __init__(self, page: str, features: str):
        self._page = page

    def select(self, selector: str) -> list:
        return []

    def __str__(self) -> str:
        return self._page
