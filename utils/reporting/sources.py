"""Read a class: a folder of notebooks, an nbgrader course, or the records of `course check --json`."""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PureWindowsPath

from utils.checking.client import Worker
from utils.checking.program import Program
from utils.checking.submission import judge_file, read_cells
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, ExerciseResult, exercise_result
from utils.errors import CourseError
from utils.grading.judges import reason
from utils.grading.new_class import read_students
from utils.lesson import Lesson
from utils.reporting.cohort import Cohort, Person, Submission, tried


def read_class(
    paths: Iterable[Path], lesson: Lesson, judge: Callable[[], Worker], say: Callable[[str], None]
) -> Cohort:
    """Judge all that is in `paths`, later ones as later attempts; `judge` gives the worker when one is needed.

    Raises CourseError when a path holds nothing of this lesson.
    """
    cohort = Cohort(lesson)
    for path in paths:
        if path.suffix == ".jsonl":
            submissions = _recorded(path, lesson)
        elif (path / "submitted").is_dir():
            cohort.people.update(_people(path / "gradebook.db", lesson))
            notebooks = {
                folder.name: folder / lesson.name / f"{lesson.name}.ipynb"
                for folder in sorted((path / "submitted").iterdir())
                if (folder / lesson.name).is_dir()
            }
            cohort.unlisted += _unlisted(path / "students.csv", [*notebooks, *cohort.people], say)
            submissions = _judged(path, notebooks, lesson, judge, say)
        elif path.is_dir():
            submissions = _judged(path, {one.stem: one for one in sorted(path.glob("*.ipynb"))}, lesson, judge, say)
        else:
            raise CourseError(f"{path} is neither a folder of notebooks nor a .jsonl file of `course check --json`.")
        found = False
        for submission in submissions:
            cohort.hand_in(submission)
            found = True
        if not found:
            raise CourseError(f"{path} holds nothing of {lesson.name}: name a folder of files like alice.ipynb.")
    return cohort


def _judged(
    folder: Path, notebooks: dict[str, Path], lesson: Lesson, judge: Callable[[], Worker], say: Callable[[str], None]
) -> Iterator[Submission]:
    for student, path in notebooks.items():
        if path.resolve() != folder.resolve() / path.relative_to(folder):
            submission = Submission(student, problem=f"{path.name} is a link, not a file: submit the notebook itself.")
        else:
            submission = _judge(student, path, lesson, judge)
        say(f"{student}: {submission.problem or f'{submission.points:g} points'}")
        yield submission


def _judge(student: str, path: Path, lesson: Lesson, judge: Callable[[], Worker]) -> Submission:
    verdict = judge_file(path, judge(), lesson=lesson)
    if verdict.error:
        return Submission(student, problem=verdict.error.replace(str(path), path.name))
    return _submission(student, verdict.exercises, definitions(path, lesson))


def _submission(student: str, results: list[ExerciseResult], answers: dict[str, str]) -> Submission:
    faults = [one for one in results if one.status == ERROR]
    if faults:
        return Submission(student, problem=f"Not judged: {faults[0].exercise}: {reason(faults[0])}")
    attempts = {one.exercise: 1 for one in results if tried(one)}
    return Submission(student, {one.exercise: one for one in results}, answers, attempts)


def definitions(path: Path, lesson: Lesson) -> dict[str, str]:
    """The last definition of each exercise in a notebook, as text; nothing of a file that cannot be read.

    Where no definition is valid Python it is the cell that was meant to be one.
    """
    try:
        program = Program(read_cells(path))
    except CourseError:
        return {}
    names = {one.name for one in lesson.exercises}
    broken = {name: cell.text for name in names if (cell := program.broken_definition(name))}
    return broken | {name: one.text.strip("\n") for one in program.statements for name in one.binds & names}


def _recorded(path: Path, lesson: Lesson) -> Iterator[Submission]:
    """The submissions in a file of records; the answers' text too where the judged files are still there."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8 text: write it with `course check --json`.") from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    names = {one.name for one in lesson.exercises}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            file, error = str(record["file"]), str(record.get("error", ""))
            results = [_checked(one) for one in record["exercises"] if one["exercise"] in names]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise CourseError(f"{path}, line {number}, is not a record of `course check --json`.") from None
        if error:
            yield Submission(student_of(file, lesson), problem=error)
        elif any(one.status != NOT_RUN for one in results):
            answers = definitions(Path(file), lesson) if file.endswith(".ipynb") else {}
            yield _submission(student_of(file, lesson), results, answers)


def _checked(record: dict) -> ExerciseResult:
    """A record as a result; raises ValueError or TypeError when it is none."""
    result = exercise_result(record)
    for one in (result, *result.checks):
        if one.status not in (PASSED, NOT_YET, NOT_RUN, ERROR):
            raise ValueError(one.status)
        if not 0 <= one.points <= one.max_points < math.inf:
            raise ValueError(one.points)
    texts = [
        result.misconception or "",
        result.message,
        *(text for one in result.checks for text in (one.name, one.sentence)),
    ]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return result


def student_of(file: str, lesson: Lesson) -> str:
    """`ada` for `ada.ipynb`, and for `submitted/ada/02_x/02_x.ipynb`, written on any system."""
    path = PureWindowsPath(file)  # takes both kinds of slash
    return path.parts[-3] if path.stem == lesson.name and len(path.parts) > 2 else path.stem


def _unlisted(students: Path, names: Iterable[str], say: Callable[[str], None]) -> list[str]:
    """Who is not in a class's students.csv, a mistyped file name say; nobody where there is no such list."""
    try:
        listed = {row["id"] for row in read_students(students)} if students.exists() else set()
    except CourseError as error:
        say(f"Not compared with the list of students: {error}")
        return []
    found = sorted({*names} - listed) if listed else []
    if found:
        say(f"Not in {students}: {', '.join(found)}")
    return found


def _people(gradebook: Path, lesson: Lesson) -> dict[str, Person]:
    """The students in an nbgrader gradebook, with their marks in this lesson; none when there is no gradebook."""
    if not gradebook.exists():
        return {}
    from nbgrader.api import Gradebook, MissingEntry
    from sqlalchemy.exc import SQLAlchemyError

    people = {}
    try:
        with Gradebook(f"sqlite:///{gradebook.resolve()}") as book:
            for student in book.students:
                mark, penalty = None, 0.0
                try:
                    submission = book.find_submission(lesson.name, student.id)
                    if any(grade.auto_score is not None for one in submission.notebooks for grade in one.grades):
                        penalty = submission.late_submission_penalty or 0.0
                        mark = max(0.0, submission.score - penalty)
                except MissingEntry:
                    pass
                names = (student.first_name, student.last_name, student.email, student.lms_user_id)
                people[student.id] = Person(*(name or "" for name in names), mark=mark, penalty=penalty)
    except SQLAlchemyError as error:
        raise CourseError(f"{gradebook} cannot be read ({type(error).__name__}): is it nbgrader's gradebook?") from None
    return people
