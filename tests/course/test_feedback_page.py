"""The feedback page is nbconvert's, made with less work."""

from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook

from utils.grading.feedback_page import FeedbackPage, mended
from utils.grading.markup import cleaned, highlighted, safe_markdown
from utils.lesson import lessons
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
    assert parsed(ours) == parsed(mended(theirs))


def test_a_picture_without_words_says_so():
    assert cleaned('<img src="x.png">').startswith('<img alt="No description')
    assert cleaned('<img alt="a map" src="x.png">') == '<img alt="a map">'


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: one.name)
def test_the_lessons_formulas_need_no_script(lesson):
    """Browsers show MathML by themselves; what stands in code is left as it is."""
    notebook = nbformat.read(solution_path(lesson), as_version=4)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    pages = [BeautifulSoup(safe_markdown({}, source), "html.parser") for source in cells]
    formulas = [formula for page in pages for formula in page("math")]
    assert len(formulas) > 5
    assert all(formula.text.strip() for formula in formulas)
    for page in pages:
        for part in page(["math", "code", "pre"]):
            part.decompose()
        assert "$" not in page.text


def test_a_submissions_own_formulas_stay_as_they_are():
    for formula in (r"$\href{javascript:alert(1)}{x}$", "$\\text{<script>alert(1)</script>}$", "$x^2$"):
        page = safe_markdown({}, formula)
        assert "<math" not in page
        assert "$" in page


def test_it_names_the_exercises_and_asks_nothing_of_others(api, submission):
    lesson = submission("00").lesson
    assert api.autograde(lesson.name, "ada")["success"]
    with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
        gradebook.find_comment("softmax", lesson.name, lesson.name, "ada").manual_comment = "See me."
        gradebook.db.commit()
    assert api.generate_feedback(lesson.name, "ada")["success"]
    path = Path(api.coursedir.root, "feedback", "ada", lesson.name, f"{lesson.name}.html")
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    assert page.html["lang"] == "en"
    contents = [link.text for link in page.select("#toc a")]
    assert [text for text in contents if "Comment" not in text] == [one.name for one in lesson.exercises]
    assert "Comment on softmax" in contents
    assert page.select("script, link, iframe, [src^=http]") == []
