"""Build a lesson's two notebooks from its source: the instructor's, with outputs, and the learner's, with stubs."""

import functools
import hashlib
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config, PyFileConfigLoader
from traitlets.utils.importstring import import_item

from utils.errors import CourseError
from utils.lesson.source import HINTS, Lesson
from utils.paths import NOTEBOOKS, ROOT, SOLUTIONS

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.11.0",
    },
}
"""Complete, so that JupyterLab opens a notebook without marking it as changed; the same on every machine."""


def build(lesson: Lesson, execute: bool = True) -> list[Path]:
    """Write both notebooks of a lesson; without `execute` the instructor's keeps the outputs it has."""
    path = solution_path(lesson)
    instructor = instructor_notebook(lesson)
    if execute:
        execute_notebook(instructor)
    elif path.exists():
        _take_outputs(instructor, nbformat.read(path, as_version=4))
    return [write(instructor, path), write(learner_notebook(lesson), learner_path(lesson))]


def solution_path(lesson: Lesson) -> Path:
    return SOLUTIONS / lesson.name / f"{lesson.name}.ipynb"


def learner_path(lesson: Lesson) -> Path:
    return NOTEBOOKS / lesson.name / f"{lesson.name}.ipynb"


def instructor_notebook(lesson: Lesson) -> NotebookNode:
    """The lesson with solutions and nbgrader's metadata, not executed."""
    notebook = nbformat.v4.new_notebook(metadata=METADATA)
    notebook.nbformat_minor = 5
    notebook.cells = [_cell(cell, lesson) for cell in lesson.cells]
    ids = [cell.id for cell in notebook.cells]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice:
        source = next(cell.source for cell in notebook.cells if cell.id == twice)
        raise CourseError(f"{lesson.path.name} has this cell twice, so its id is not unique: {source[:60]!r}.")
    return notebook


def learner_notebook(lesson: Lesson) -> NotebookNode:
    """The lesson as it is released, through the very steps of `nbgrader generate_assignment --no-db`."""
    notebook = instructor_notebook(lesson)
    resources = {"nbgrader": {"notebook": lesson.name, "assignment": lesson.name}}
    for step in _release_steps():
        notebook, resources = step(notebook, resources)
    return notebook


def execute_notebook(notebook: NotebookNode) -> None:
    """Run every cell in place, with a learner's state of its own, so that the outputs are the same everywhere."""
    import os

    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "COURSE_HOME": home,
            "COURSE_BUILD": "1",
            "OMP_NUM_THREADS": "1",
            "PYTHONHASHSEED": "0",
        }
        client = NotebookClient(
            notebook, timeout=600, kernel_name="python3", record_timing=False, coalesce_streams=True
        )
        try:
            client.execute(cwd=home, env=environment)
        except CellExecutionError as error:
            raise CourseError(f"A cell of the lesson fails, nothing was written.\n{error}") from None
    notebook.metadata = nbformat.from_dict(METADATA)


def _cell(cell: NotebookNode, lesson: Lesson) -> NotebookNode:
    header = cell.metadata
    if "exercise" in header:
        return _code(cell.source, header["exercise"], solution=True, locked=False)
    if "check" in header:
        grade = {"grade": True, "points": header.get("points", 1)}
        return _code(cell.source, f"check-{header['check']}", locked=True, **grade)
    if cell.cell_type == "code":
        return nbformat.v4.new_code_cell(cell.source, id=_hashed(cell.source, lesson))
    source = cell.source
    if "hints" in header:
        source = _hints(lesson.hints(header["hints"]))
    elif "quiz" in header:
        source = _quiz(source)
    return nbformat.v4.new_markdown_cell(source, id=_hashed(source, lesson))


def _code(source: str, grade_id: str, **more: object) -> NotebookNode:
    nbgrader = {"grade": False, "solution": False, "task": False, "grade_id": grade_id, "schema_version": 3, **more}
    return nbformat.v4.new_code_cell(source, id=grade_id, metadata={"nbgrader": nbgrader})


def _hashed(source: str, lesson: Lesson) -> str:
    return hashlib.sha256(f"{lesson.name}\n{source}".encode()).hexdigest()[:16]


def _hints(texts: list[str]) -> str:
    folded = [_folded(f"Hint {i} · {title}", text) for i, (title, text) in enumerate(zip(HINTS, texts), start=1)]
    return "\n\n".join(folded)


def _quiz(source: str) -> str:
    """Each question a small heading, each option folded over its explanation (`- option | explanation`)."""
    blocks = ["## Three questions\n\nChoose an answer, then open it."]
    for line in source.strip().splitlines():
        if line.startswith("- "):
            option, explanation = line[2:].split(" | ", 1)
            blocks.append(_folded(option, explanation))
        elif line.strip():
            blocks.append(f"#### {line.strip()}")
    return "\n\n".join(blocks)


def _folded(title: str, text: str) -> str:
    return f"<details>\n<summary>{title}</summary>\n\n{text}\n\n</details>"


def _take_outputs(notebook: NotebookNode, before: NotebookNode) -> None:
    outputs = {(cell.id, cell.source): cell for cell in before.cells if cell.cell_type == "code"}
    for cell in notebook.cells:
        if old := outputs.get((cell.id, cell.source)):
            cell.outputs, cell.execution_count = old.outputs, old.execution_count


def write(notebook: NotebookNode, path: Path) -> Path:
    """Write a notebook whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".tmp")
    nbformat.write(notebook, unfinished)
    unfinished.replace(path)
    return path


@functools.cache
def _release_steps() -> list:
    from nbgrader.converters import GenerateAssignment
    from nbgrader.preprocessors import IncludeHeaderFooter, SaveCells

    left_out = (IncludeHeaderFooter, SaveCells)  # no header here; no gradebook
    steps = GenerateAssignment(config=course_config()).preprocessors
    steps = [import_item(step) if isinstance(step, str) else step for step in steps]
    return [step(config=course_config()) for step in steps if step not in left_out]


def course_config() -> Config:
    """The course's nbgrader_config.py, as nbgrader reads it."""
    return PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
