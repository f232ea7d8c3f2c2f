"""`course grade`: judge a folder of submitted notebooks, and record the marks with nbgrader's own steps."""

import contextlib
import csv
import hashlib
import io
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from tqdm import tqdm

from utils.checking.submission import asked_exercises, read_code
from utils.checking.verdict import ERROR, ExerciseResult
from utils.errors import CourseError
from utils.files import write_whole
from utils.grading.judges import judges_here, reason, results_of, submission_task
from utils.grading.new_class import CLASS_CONFIG
from utils.grading.recorder import Recorder
from utils.grading.results import NAME, Key, ResultLog, cells_that_count, keys_of, open_log
from utils.lesson import Lesson


class Judges(Protocol):
    """Several judges at once: on this machine (`LocalJudges`), or on others (`DaskJudges`)."""

    def refusal(self) -> str: ...
    def run(self, tasks: Sequence[bytes]) -> Iterator[tuple[int, bytes]]: ...
    def close(self) -> None: ...


@dataclass(frozen=True)
class Mark:
    """One student's marks by exercise, or the sentence that says why there are none."""

    student: str
    points: dict[str, float]
    problem: str = ""

    @property
    def total(self) -> float:
        return sum(self.points.values())


@dataclass(frozen=True)
class Submission:
    """A readable notebook: what is judged of it, and the key of each exercise's verdict."""

    path: Path
    digest: str = field(repr=False)
    """Of the file as it was judged; a class's files are not kept in memory."""
    packed: bytes = field(repr=False)
    keys: dict[str, Key] = field(repr=False)

    @property
    def student(self) -> str:
        return self.path.stem

    @property
    def cells(self) -> list[str]:
        """The sources that are judged."""
        return json.loads(zlib.decompress(self.packed))

    @property
    def content(self) -> bytes:
        """The file; raises CourseError when it is no longer what was judged."""
        content = self.path.read_bytes()
        if _digest(content) != self.digest:
            raise CourseError("Not graded: the file changed while the class was graded. Run this again.")
        return content

    @property
    def key(self) -> str:
        """That of all that is recorded of it."""
        return _digest("\n".join([self.digest, *(key.whole for key in self.keys.values())]).encode())


@dataclass(frozen=True)
class Outcome:
    """The marks of a class, and how many submissions were judged now."""

    marks: list[Mark]
    judged: int


def grade_class(
    folder: Path,
    lesson: Lesson,
    to: Path,
    start: Callable[[int], Judges] = judges_here,
    agree: Callable[[list[str]], bool] = lambda lines: True,
) -> Outcome:
    """Grade every `<student>.ipynb` in `folder`; an answer that was judged before, whoever gave it, is not judged again.

    `start(tasks)` starts the judges for so many tasks. `to` then is an nbgrader course: gradebook.db, submitted, autograded,
    feedback, and a table for each lesson. Marks that a changed check would change are written only if `agree(lines)`. A notebook that
    cannot be read is reported and does not stop the others. Raises CourseError when there is nothing to grade.
    """
    if (to / CLASS_CONFIG).exists():
        raise CourseError(
            f"{to} is a class's folder, whose marks this would overwrite: run `nbgrader autograde {lesson.name}` there, "
            "or give another folder with --to."
        )
    paths = _notebooks(folder, lesson)
    run = _Run(lesson, to, agree)
    submissions = [one for path in paths if (one := run.read(path))]
    run.grade(submissions, start)
    marks = sorted(run.marks, key=lambda one: one.student)
    write_whole(table_path(to, lesson), _csv(marks, lesson).encode())
    return Outcome(marks, run.judged)


def table_path(to: Path, lesson: Lesson) -> Path:
    """Where the marks of a lesson go: each lesson has its own table in the one folder."""
    return to / f"grades-{lesson.name}.csv"


def _notebooks(folder: Path, lesson: Lesson) -> list[Path]:
    """The notebooks in `folder`; raises CourseError that says what it is where it holds none."""
    if not folder.exists():
        raise CourseError(f"{folder}: there is no such folder.")
    if not folder.is_dir():
        raise CourseError(f"{folder} is a file: name the folder it lies in (`course check` judges a single file).")
    if paths := sorted(folder.glob("*.ipynb")):
        return paths
    for one, is_in in ((folder, "is"), (folder.resolve().parent, "belongs to")):
        if (one / CLASS_CONFIG).exists():
            raise CourseError(f"{folder} {is_in} a class's folder: run `nbgrader autograde {lesson.name}` in {one}.")
    raise CourseError(f"{folder} holds no notebooks: name a folder of files like alice.ipynb.")


class _Run:
    """One run over a class."""

    def __init__(self, lesson: Lesson, to: Path, agree: Callable[[list[str]], bool]):
        self.marks: list[Mark] = []
        self.judged = 0
        self._lesson, self._to, self._agree = lesson, to, agree
        self._log: ResultLog = open_log((to / NAME).resolve())
        self._held_back: list[Submission] = []

    def read(self, path: Path) -> Submission | None:
        """A submission; None when it cannot be graded, which is then said."""
        try:
            if not re.fullmatch(r"[\w.@-]+", path.stem):
                raise CourseError(f"{path.name}: use only letters, digits and . _ @ - in the name of the student.")
            if path.is_symlink():
                raise CourseError(f"{path.name} is a link, not a file: submit the notebook itself.")
            code = read_code(path)
            names = [one.name for one in self._lesson.exercises]
            if not {*names} & set(asked_exercises([source for source, _ in code])):
                raise CourseError(
                    f"{path.name} defines no exercise of {self._lesson.name}: is it another lesson's notebook?"
                )
            cells = cells_that_count(code, [f"check-{name}" for name in names])
            packed = zlib.compress(json.dumps(cells).encode())  # those of a whole class are kept
            return Submission(path, _digest(path.read_bytes()), packed, keys_of(cells, names))
        except CourseError as error:
            self._note(Mark(path.stem, {}, str(error)))
            return None

    def _note(self, mark: Mark) -> None:
        self.marks.append(mark)
        if mark.problem:
            tqdm.write(f"{mark.student}: {mark.problem}", file=sys.stderr)

    def grade(self, submissions: list[Submission], start: Callable[[int], Judges]) -> None:
        """Judge what is not in the log and record each submission as soon as its verdicts are there."""
        queue = _Queue(submissions, self._log)
        tasks = len(queue.tasks(attrgetter("whole")))
        self.judged = len(submissions) - len(queue.ready())
        with contextlib.ExitStack() as stack:
            judges = _started(stack, start, tasks) if tasks else None
            recorder = stack.enter_context(Recorder(self._to, self._lesson))
            bar = stack.enter_context(tqdm(total=len(submissions), unit=" submissions", disable=None))
            for one in self._judged(queue, judges):
                self._finish(one, recorder, queue.faults)
                bar.update()
            bar.close()
            self._write_differences(recorder)

    def _judged(self, queue: "_Queue", judges: Judges | None) -> Iterator[Submission]:
        """Submissions all of whose verdicts are there, those of the log first.

        Of answers that say the same one is judged first: where it is right, all are; where not, those that say the same in all
        that they rest on share a verdict, unless it quotes a line.
        """
        yield from queue.ready()
        for same in map(attrgetter, ("right", "said", "whole")):
            tasks = queue.tasks(same)
            answers = judges.run(_Tasks(tasks)) if tasks else ()
            for place, answer in answers:
                submission, names = tasks[place]
                for name, result in zip(names, results_of(answer)):
                    yield from queue.came(submission.keys[name], result)

    def _finish(self, submission: Submission, recorder: Recorder, faults: dict[Key, str]) -> None:
        """Record a judged submission, unless that would change a mark that was given for the same notebook."""
        if missing := [key for key in submission.keys.values() if key not in self._log]:
            self._note(Mark(submission.student, {}, f"Not graded: {faults[missing[0]]}"))
        elif self._log.recorded(submission.student) == submission.key and recorder.is_whole(submission.student):
            self._note(Mark(submission.student, recorder.points(submission.student)))
        elif self._differences(submission, recorder):
            self._held_back.append(submission)
        else:
            self._record(submission, recorder)

    def _differences(self, submission: Submission, recorder: Recorder) -> list[str]:
        """How marks given before for the same notebook would change."""
        before = recorder.judged_points(submission.student)
        submitted = recorder.submitted(submission.student)
        if not before or submitted is None or _digest(submitted) != submission.digest:
            return []
        now = {name: self._log.get(key).points for name, key in submission.keys.items()}
        return [
            f"{name} {_number(before[name])} → {_number(points)}"
            for name, points in now.items()
            if name in before and abs(before[name] - points) > 1e-3
        ]

    def _record(self, submission: Submission, recorder: Recorder) -> None:
        try:
            recorder.record(submission.student, submission.content)
        except CourseError as error:
            self._note(Mark(submission.student, {}, str(error)))
            return
        self._log.record(submission.student, submission.key)
        self._note(Mark(submission.student, recorder.points(submission.student)))

    def _write_differences(self, recorder: Recorder) -> None:
        """Show what a changed check changes, and write it if that is wanted."""
        if not self._held_back:
            return
        lines = [f"{one.student}: {', '.join(self._differences(one, recorder))}" for one in self._held_back]
        agreed = self._agree(lines)
        for one in self._held_back:
            if agreed:
                self._record(one, recorder)
            else:
                self._note(Mark(one.student, recorder.points(one.student)))


class _Tasks(Sequence[bytes]):
    """Submissions, each with the exercises to judge, as what judges are given: made when it is asked for."""

    def __init__(self, tasks: list[tuple[Submission, list[str]]]):
        self._tasks = tasks

    def __len__(self) -> int:
        return len(self._tasks)

    def __getitem__(self, place: int) -> bytes:
        submission, names = self._tasks[place]
        return submission_task(submission.cells, names)


class _Queue:
    """Submissions that wait for verdicts, each of which is asked for once."""

    def __init__(self, submissions: list[Submission], log: ResultLog):
        self.faults: dict[Key, str] = {}
        """Why the grader failed to give a verdict."""
        self._log = log
        self._submissions = submissions
        self._left = {one.student: {name for name, key in one.keys.items() if key not in log} for one in submissions}
        self._alike: dict[str, list[tuple[Submission, str]]] = defaultdict(list)
        for one in submissions:
            for name in self._left[one.student]:
                self._alike[one.keys[name].right].append((one, name))

    def ready(self) -> list[Submission]:
        """Those that wait for nothing."""
        return [one for one in self._submissions if not self._left[one.student]]

    def tasks(self, same: Callable[[Key], str]) -> list[tuple[Submission, list[str]]]:
        """The exercises to judge of each submission that waits; of those whose keys are the `same` only the first."""
        claimed, found = set(), []
        for one in self._submissions:
            names = [
                name for name in one.keys if name in self._left[one.student] and same(one.keys[name]) not in claimed
            ]
            claimed |= {same(one.keys[name]) for name in names}
            if names:
                found.append((one, names))
        return found

    def came(self, key: Key, result: ExerciseResult) -> Iterator[Submission]:
        """The submissions that now wait for nothing more."""
        self._log.add(key, result)
        if result.status == ERROR:
            self.faults[key] = reason(result)
        for one, name in self._alike[key.right]:
            left = self._left[one.student]
            if name in left and (one.keys[name] in self._log or one.keys[name] in self.faults):
                left.discard(name)
                if not left:
                    yield one


def _started(stack: contextlib.ExitStack, start: Callable[[int], Judges], tasks: int) -> Judges:
    judges = start(tasks)
    stack.callback(judges.close)
    if refusal := judges.refusal():
        raise CourseError(refusal)
    return judges


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


def summary(outcome: Outcome, lesson: Lesson) -> str:
    """The class in one line."""
    totals = [one.total for one in outcome.marks if not one.problem]
    parts = [f"{len(totals)} of {len(outcome.marks)} graded", f"{outcome.judged} judged now"]
    if totals:
        most = sum(one.points for one in lesson.exercises)
        parts.append(f"mean {_number(sum(totals) / len(totals))} of {_number(most)} points")
    return ", ".join(parts)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _csv(marks: list[Mark], lesson: Lesson) -> str:
    names = [one.name for one in lesson.exercises]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["student", *names, "total", "max", "problem"])
    most = sum(one.points for one in lesson.exercises)
    for mark in marks:
        points = [mark.points.get(name, "") for name in names]
        writer.writerow([mark.student, *points, "" if mark.problem else mark.total, most, mark.problem])
    return file.getvalue()


def _number(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")
