"""Read a submitted file: the code cells of a notebook, or a .py as one cell; and judge it."""

import ast
import json
from collections.abc import Iterable
from pathlib import Path

from utils.checking.client import LIMIT, Worker
from utils.checking.program import Program
from utils.checking.verdict import NOT_RUN, ExerciseResult, FileResult
from utils.errors import CourseError
from utils.lesson import Lesson, exercise, lessons

LARGEST = 20 * 2**20
"""Bytes; a lesson's notebook has a few hundred thousand."""


def read_cells(path: Path, broken: bool = False) -> list[str]:
    """The code cells of a .ipynb or .py file; raises CourseError for anything else.

    A .py that is not valid Python is let through as `broken`, for its answer to be judged so.
    """
    return [source for source, _ in read_code(path, broken)]


def read_code(path: Path, broken: bool = False) -> list[tuple[str, str]]:
    """The code cells of a .ipynb or .py file, each with nbgrader's id of it or nothing; raises CourseError."""
    if not path.exists():
        raise CourseError(f"{path}: there is no such file.")
    if not path.is_file():
        raise CourseError(f"{path} is not a file: name a notebook (.ipynb) or a .py file.")
    if path.stat().st_size > LARGEST:
        raise CourseError(f"{path} has more than {LARGEST >> 20} MB: clear its outputs and save it again.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8 text: save it as UTF-8.") from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    if not text.strip():
        raise CourseError(f"{path} is empty: save your work and submit it again.")
    if path.suffix == ".ipynb":
        return cells_of_notebook(text, str(path))
    if path.suffix == ".py":
        return [(text if broken else _python(text, path), "")]
    raise CourseError(f"{path} is neither a notebook (.ipynb) nor a .py file.")


def cells_of_notebook(text: str, name: str) -> list[tuple[str, str]]:
    """The sources of the code cells of a notebook in any version of nbformat 4, each with nbgrader's id or nothing."""
    try:
        notebook = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise CourseError(
            f"{name} is not a whole notebook (its JSON breaks off or is broken): save it again."
        ) from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise CourseError(f"{name} is not a notebook of format 4: it has no list of cells.")
    code = [cell for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    return [(_source(cell.get("source", "")), _grade_id(cell.get("metadata"))) for cell in code]


def _source(source: object) -> str:
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _grade_id(metadata: object) -> str:
    grader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = grader.get("grade_id") if isinstance(grader, dict) else None
    return name if isinstance(name, str) else ""


def asked_exercises(cells: list[str], names: Iterable[str] = (), lesson: Lesson | None = None) -> list[str]:
    """What to judge: the names asked for, else a lesson's exercises, else those of every lesson the file answers."""
    if names:
        return [exercise(name).name for name in names]
    program = Program(cells)
    touched = (
        [lesson] if lesson else [one for one in lessons() if any(_answers(program, ex.name) for ex in one.exercises)]
    )
    return [one.name for lesson in touched for one in lesson.exercises]


def judge_file(
    path: Path, worker: Worker, names: Iterable[str] = (), lesson: Lesson | None = None, limit: float = LIMIT
) -> FileResult:
    """Judge one file; a file that cannot be judged gives a FileResult with `error`."""
    try:
        cells = read_cells(path, broken=bool(names))
        asked = asked_exercises(cells, names, lesson)
        if not asked:
            raise CourseError(f"{path} defines no exercise of this course: is it the right file?")
        if lesson and not any(_answers(Program(cells), name) for name in asked):
            raise CourseError(f"{path} defines no exercise of {lesson.name}: is it another lesson's notebook?")
    except CourseError as error:
        return FileResult(str(path), 0.0, 0.0, [], str(error))
    results = [worker.judge(cells, name, limit=limit, path=[str(path.resolve().parent)]) for name in asked]
    return total(str(path), results, everything=bool(names or lesson))


def total(file: str, results: list[ExerciseResult], everything: bool) -> FileResult:
    """Sum up; exercises that the file does not define count only when everything was asked for."""
    counted = [one for one in results if everything or one.status != NOT_RUN]
    points, most = sum(one.points for one in counted), sum(one.max_points for one in counted)
    return FileResult(file, round(points, 4), round(most, 4), results)


def _answers(program: Program, name: str) -> bool:
    return program.defines(name) or program.broken_definition(name) is not None


def _python(text: str, path: Path) -> str:
    try:
        ast.parse(text)
    except SyntaxError as error:
        raise CourseError(f"{path} is not valid Python: {error.msg} (line {error.lineno}).") from None
    except (ValueError, RecursionError, MemoryError):
        raise CourseError(f"{path} is not valid Python: it cannot be parsed.") from None
    return text
