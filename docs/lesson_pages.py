"""The site's pages of the lessons: the instructor's notebooks as they are, their solutions folded."""

import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from utils.lesson import Lesson, lessons
from utils.lesson.build import solution_path
from utils.paths import NOTEBOOKS

BRANCH = "main"


def write_lesson_pages(folder: Path, repository: str) -> None:
    """Write one notebook a lesson under `folder`, where the lessons' links to each other lead.

    One that is the same is left alone, so that Sphinx need not read it again.
    """
    for lesson in lessons():
        text = nbformat.writes(_page(lesson, repository))
        path = folder / lesson.name / f"{lesson.name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _page(lesson: Lesson, repository: str) -> NotebookNode:
    notebook = nbformat.read(solution_path(lesson), as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.metadata["tags"] = ["hide-input"]
            cell.source = "\n".join(line for line in cell.source.splitlines() if not _is_mark(line))
    _one_title(notebook)
    if repository:
        buttons = nbformat.v4.new_markdown_cell(_buttons(lesson, repository), id="open-in")
        notebook.cells.insert(1, buttons)
    return notebook


def _one_title(notebook: NotebookNode) -> None:
    """Where a lesson has parts of the rank of its title, lower every heading but the title, so that it is one page."""
    later = [cell for cell in notebook.cells[1:] if cell.cell_type == "markdown"]
    if any(re.match("# ", line) for cell in later for line in cell.source.splitlines()):
        for cell in later:
            prose = re.split(r"(^```.*?^```)", cell.source, flags=re.MULTILINE | re.DOTALL)  # every second one is code
            prose[::2] = [re.sub(r"^(#+ )", r"#\1", text, flags=re.MULTILINE) for text in prose[::2]]
            cell.source = "".join(prose)


def _is_mark(line: str) -> bool:
    return line.strip() in ("# BEGIN SOLUTION", "# END SOLUTION")


def _buttons(lesson: Lesson, repository: str) -> str:
    """Links to the learner's notebook; no pictures, which would have to be fetched."""
    path = f"{NOTEBOOKS.name}/{lesson.name}/{lesson.name}.ipynb"
    colab = f"https://colab.research.google.com/github/{repository}/blob/{BRANCH}/{path}"
    binder = f"https://mybinder.org/v2/gh/{repository}/{BRANCH}?labpath={path}"
    links = [f'<a href="{link}">Open in {name}</a>' for name, link in (("Colab", colab), ("Binder", binder))]
    return f'<p class="open-in">{" ".join(links)}</p>'
