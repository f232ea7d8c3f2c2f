"""`course grade`: nbgrader's whole sequence for a folder of submitted notebooks."""

import csv
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from utils.checking.submission import asked_exercises, read_cells
from utils.errors import CourseError
from utils.lesson import Lesson
from utils.lesson.build import course_config, solution_path


@dataclass(frozen=True)
class Mark:
    """One student's marks by exercise, or the sentence that says why there are none."""

    student: str
    points: dict[str, float]
    problem: str = ""

    @property
    def total(self) -> float:
        return sum(self.points.values())


def grade_class(folder: Path, lesson: Lesson, to: Path, say: Callable[[str], None]) -> list[Mark]:
    """Grade every `<student>.ipynb` in `folder` with nbgrader's own steps.

    `to` then is an nbgrader course: gradebook.db, submitted, autograded, feedback, and grades.csv. A notebook that cannot be
    read is reported and does not stop the others. Raises CourseError when there is nothing to grade.
    """
    submissions = sorted(folder.glob("*.ipynb")) if folder.is_dir() else []
    if not submissions:
        raise CourseError(f"{folder} holds no notebooks: name a folder of files like alice.ipynb.")
    api = _course(to)
    source = to / "source" / lesson.name / f"{lesson.name}.ipynb"
    source.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(solution_path(lesson), source)
    _succeed(api.generate_assignment(lesson.name))
    marks = []
    for path in submissions:
        mark = _grade(api, path, lesson, to)
        say(f"{mark.student}: {mark.problem or f'{mark.total:g} points'}")
        marks.append(mark)
    _write_csv(marks, lesson, to / "grades.csv")
    return marks


def table(marks: list[Mark], lesson: Lesson) -> str:
    """The marks as a plain-text table, a student a line."""
    names = [one.name for one in lesson.exercises]
    most = [one.points for one in lesson.exercises]
    rows = [["student", *names, "total"], ["(points)", *map(_number, most), _number(sum(most))]]
    for mark in marks:
        cells = [_number(mark.points[name]) if name in mark.points else "-" for name in names]
        rows.append([mark.student, *cells, "not graded" if mark.problem else _number(mark.total)])
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    return "\n".join(lines)


def _course(root: Path) -> NbGraderAPI:
    root.mkdir(parents=True, exist_ok=True)
    here = Config()
    here.CourseDirectory.root = str(root.resolve())
    here.CourseDirectory.source_directory = "source"
    here.CourseDirectory.release_directory = "release"
    config = course_config()
    config.merge(here)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def _grade(api: NbGraderAPI, path: Path, lesson: Lesson, root: Path) -> Mark:
    student = path.stem
    try:
        _collect(path, lesson, root, student)
        _succeed(api.autograde(lesson.name, student))
        _succeed(api.generate_feedback(lesson.name, student))
    except CourseError as error:
        return Mark(student, {}, str(error))
    return Mark(student, _points(api, lesson, student))


def _collect(path: Path, lesson: Lesson, root: Path, student: str) -> None:
    """Copy a readable notebook of this lesson to where nbgrader looks for it."""
    if not re.fullmatch(r"[\w.@-]+", student):
        raise CourseError(f"{path.name}: use only letters, digits and . _ @ - in the name of the student.")
    if path.is_symlink():
        raise CourseError(f"{path.name} is a link, not a file: submit the notebook itself.")
    cells = read_cells(path)
    names = {one.name for one in lesson.exercises}
    if not names & set(asked_exercises(cells)):
        raise CourseError(f"{path.name} defines no exercise of {lesson.name}: is it another lesson's notebook?")
    place = root / "submitted" / student / lesson.name / f"{lesson.name}.ipynb"
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, place)


def _points(api: NbGraderAPI, lesson: Lesson, student: str) -> dict[str, float]:
    with Gradebook(api.coursedir.db_url) as gradebook:
        notebook = gradebook.find_submission_notebook(lesson.name, lesson.name, student)
        scores = {grade.name.removeprefix("check-"): grade.score for grade in notebook.grades}
    return {one.name: scores.get(one.name, 0.0) for one in lesson.exercises}


def _succeed(outcome: dict) -> None:
    if not outcome["success"]:
        log = f"{outcome.get('log', '')}\n{outcome.get('error', '')}"
        causes = re.findall(r"^\s*((?:\w+\.)*\w*(?:Error|Exception|Entry)\b: .+)$", log, re.MULTILINE)
        raise CourseError(f"nbgrader could not do it: {causes[0] if causes else log.strip()}")


def _write_csv(marks: list[Mark], lesson: Lesson, path: Path) -> None:
    names = [one.name for one in lesson.exercises]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["student", *names, "total", "max", "problem"])
        most = sum(one.points for one in lesson.exercises)
        for mark in marks:
            points = [mark.points.get(name, "") for name in names]
            writer.writerow([mark.student, *points, "" if mark.problem else mark.total, most, mark.problem])


def _number(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")
