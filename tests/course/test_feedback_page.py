"""The feedback page is nbconvert's, made with less work."""

import nbformat
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter

from utils.grading.feedback_page import FeedbackPage
from utils.grading.markup import cleaned, highlighted, safe_markdown
from utils.lesson.build import solution_path


def parsed(page: str) -> str:
    return "".join(str(BeautifulSoup(page, "html.parser")).split())


def test_it_is_the_page_that_nbconvert_makes(submission):
    filters = {"markdown2html": safe_markdown, "highlight_code": highlighted}
    notebook = nbformat.read(solution_path(submission("00").lesson), as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    ours, theirs = (
        kind(template_name="classic", filters=filters).from_notebook_node(notebook)[0]
        for kind in (FeedbackPage, HTMLExporter)
    )
    assert ours != theirs, "it was parsed and written again"
    assert parsed(ours) == parsed(theirs)


def test_a_picture_without_words_says_so():
    assert cleaned('<img src="x.png">').startswith('<img alt="No description')
    assert cleaned('<img alt="a map" src="x.png">') == '<img alt="a map">'
