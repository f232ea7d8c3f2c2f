"""Read a lesson's source: a jupytext percent file whose cell headers name exercises and checks.

Headers: `exercise="softmax"` on the cell to fill in, `check="softmax" points=2` on the cell that checks it,
`hints="softmax"` on the Markdown cell of its three hints, `quiz=true` on the questions at the end.
"""

import difflib
import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from utils.errors import CourseError
from utils.paths import SOLUTIONS

if TYPE_CHECKING:
    from nbformat import NotebookNode

HINTS = ("Where to look", "What to compute", "Nearly the code")
"""The titles of an exercise's hints, in order."""


@dataclass(frozen=True)
class Exercise:
    name: str
    lesson: str
    points: float
    source: str

    @property
    def solution(self) -> str:
        """The source without the lines that mark what the learner writes."""
        return re.sub(r"^ *# (BEGIN|END) SOLUTION\n?", "", self.source, flags=re.MULTILINE).rstrip()


@dataclass(frozen=True)
class Lesson:
    name: str
    path: Path
    cells: "tuple[NotebookNode, ...]"

    @property
    def exercises(self) -> list[Exercise]:
        points = {cell.metadata["check"]: float(cell.metadata.get("points", 1)) for cell in self._with("check")}
        return [
            Exercise(cell.metadata["exercise"], self.name, points[cell.metadata["exercise"]], cell.source)
            for cell in self._with("exercise")
        ]

    @property
    def code(self) -> list[str]:
        return [cell.source for cell in self.cells if cell.cell_type == "code"]

    @property
    def title(self) -> str:
        return self.cells[0].source.splitlines()[0].lstrip("# ")

    def hints(self, exercise: str) -> list[str]:
        """The three hints of an exercise, in Markdown; raises CourseError when they are not three."""
        cell = next(cell for cell in self._with("hints") if cell.metadata["hints"] == exercise)
        parts = [part.strip() for part in re.split(r"\n\s*\n", cell.source.strip())]
        if len(parts) != len(HINTS):
            raise CourseError(
                f"{self.path.name}: {exercise} has {len(parts)} hints; write three, with an empty line between."
            )
        return parts

    def _with(self, header: str) -> "list[NotebookNode]":
        return [cell for cell in self.cells if header in cell.metadata]


@functools.cache
def read_lesson(path: Path) -> Lesson:
    """Read one lesson, once; raises CourseError when its exercises and checks do not pair up."""
    import jupytext  # late: the process that runs answers reads no lesson

    try:
        cells = jupytext.read(path, fmt="py:percent").cells
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8 text: save it as UTF-8.") from None
    cells = [cell for cell in cells if cell.cell_type in ("code", "markdown")]
    lesson = Lesson(path.stem, path, tuple(cells))
    for header in ("exercise", "check", "hints"):
        names = [cell.metadata[header] for cell in lesson._with(header)]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise CourseError(f'{path.name} has {header}="{twice}" on two cells: give each its own name.')
    answered = {cell.metadata["exercise"] for cell in lesson._with("exercise")}
    checked = {cell.metadata["check"] for cell in lesson._with("check")}
    if alone := sorted(answered ^ checked):
        raise CourseError(f"{path.name}: {', '.join(alone)} needs one exercise cell and one check cell.")
    return lesson


@functools.cache
def lessons() -> list[Lesson]:
    """Every lesson of the course, in order."""
    return [read_lesson(path) for path in _paths()]


def _paths() -> list[Path]:
    return sorted(SOLUTIONS.glob("[0-9][0-9]_*.py"))


@functools.cache
def exercises() -> dict[str, Exercise]:
    """Every exercise of the course by its name, in order."""
    found: dict[str, Exercise] = {}
    for lesson in lessons():
        for one in lesson.exercises:
            if one.name in found:
                raise CourseError(f"{lesson.path.name} and {found[one.name].lesson} both have an exercise {one.name}.")
            found[one.name] = one
    return found


def exercise(name: str) -> Exercise:
    """The exercise of this name; raises CourseError that suggests the nearest one."""
    if name not in exercises():
        near = _nearest(name, list(exercises())) or "; `course progress` names them all"
        raise CourseError(f"There is no exercise {name!r}{near}.")
    return exercises()[name]


def find_lesson(name: str) -> Lesson:
    """The lesson of this name, number (`02` or `2`) or unique beginning; raises CourseError otherwise."""
    names = [path.stem for path in _paths()]
    start = name.zfill(2) if name.isdecimal() else name
    found = [one for one in names if one == name] or [one for one in names if one.startswith(start)]
    if len(found) != 1:
        raise CourseError(
            f"There is no lesson {name!r}{_nearest(name, names)}: the lessons are {', '.join(names)}; their numbers will do."
        )
    return read_lesson(SOLUTIONS / f"{found[0]}.py")


def lesson_of(name: str) -> str:
    """The name of the lesson that has this exercise, found without reading lessons; raises CourseError as `exercise` does."""
    header = re.compile(rf'^# %%.*\bexercise="{re.escape(name)}"', re.MULTILINE)
    found = next((path.stem for path in _paths() if header.search(path.read_text(encoding="utf-8"))), None)
    return found or exercise(name).lesson


def _nearest(name: str, names: list[str]) -> str:
    by_lowered = {one.lower(): one for one in names}
    near = difflib.get_close_matches(name.lower(), by_lowered, n=1, cutoff=0.5)
    return f"; the nearest is {by_lowered[near[0]]!r}" if near else ""
