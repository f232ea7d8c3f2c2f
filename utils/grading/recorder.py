"""nbgrader's own autograde and feedback, one submission after another: one engine, one transaction a submission."""

import contextlib
import re
import shutil
import signal
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Grade, Gradebook, MissingEntry
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import capture_log
from traitlets.config import Config

from utils.errors import CourseError
from utils.files import write_whole
from utils.grading.gradebook import OneTransaction, opened
from utils.lesson import Lesson
from utils.lesson.build import course_config, solution_path


class _Kept:
    """A converter that keeps its exporter, and so the compiled templates, from one submission to the next."""

    _ready = False

    def start(self) -> None:
        if self._ready:
            self.exporter._nb_metadata.clear()  # nbconvert keeps that of every notebook
            self.init_notebooks()
            with contextlib.chdir(self.coursedir.root):
                self.convert_notebooks()
        else:
            super().start()
            self._ready = True


class _Autograde(_Kept, Autograde):
    pass


class _Feedback(_Kept, GenerateFeedback):
    pass


class Recorder:
    """Writes an nbgrader course for one lesson: gradebook.db, submitted, autograded, feedback. Use as a context."""

    def __init__(self, root: Path, lesson: Lesson):
        self.root, self.lesson = root, lesson
        root.mkdir(parents=True, exist_ok=True)
        config = _config(root)
        self._api = NbGraderAPI(CourseDirectory(config=config), config=config)
        with uninterrupted():
            self._release()
        self._gradebook = OneTransaction(self._api.coursedir.db_url, self._api.coursedir.course_id)
        self._autograde = _Autograde(coursedir=self._api.coursedir, parent=self._api)
        self._feedback = _Feedback(coursedir=self._api.coursedir, parent=self._api)
        self._feedback.update_config(Config({"HTMLExporter": {"template_name": "feedback"}}))
        for one in (self._autograde, self._feedback):
            one.force = True

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, *_: object) -> None:
        self._gradebook.shut()

    def _release(self) -> None:
        """Tell the gradebook of the lesson, when it does not know it as it is now."""
        source = self.root / "source" / self.lesson.name / f"{self.lesson.name}.ipynb"
        released = self.root / "release" / self.lesson.name / source.name
        content = solution_path(self.lesson).read_bytes()
        database = self.root / "gradebook.db"
        if not database.exists():
            self._make_gradebook(database)
        elif released.exists() and source.exists() and source.read_bytes() == content:
            return
        write_whole(source, content)
        shutil.rmtree(released.parent, ignore_errors=True)
        _succeed(self._api.generate_assignment(self.lesson.name))

    def _make_gradebook(self, database: Path) -> None:
        """Whole or not at all, in a folder of its own: SQLite's journal of a killed attempt must not meet the next one."""
        folder = self.root / ".making"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        Gradebook(f"sqlite:///{folder / database.name}", self._api.coursedir.course_id).close()
        (folder / database.name).replace(database)
        folder.rmdir()

    def submitted(self, student: str) -> bytes | None:
        """The notebook that was handed to nbgrader for this student before."""
        place = self._place("submitted", student, "ipynb")
        return place.read_bytes() if place.exists() else None

    def is_whole(self, student: str) -> bool:
        """Whether all that nbgrader makes of a submission is there."""
        return (
            self._place("autograded", student, "ipynb").exists() and self._place("feedback", student, "html").exists()
        )

    def _place(self, step: str, student: str, kind: str) -> Path:
        return self.root / step / student / self.lesson.name / f"{self.lesson.name}.{kind}"

    def points(self, student: str) -> dict[str, float]:
        """The marks by exercise that stand in the gradebook, changed by hand or not."""
        return {grade.name.removeprefix("check-"): grade.score for grade in self._grades(student)}

    def judged_points(self, student: str) -> dict[str, float]:
        """The marks by exercise that the judge gave before; none when the student is not in the gradebook."""
        return {grade.name.removeprefix("check-"): grade.auto_score or 0.0 for grade in self._grades(student)}

    def _grades(self, student: str) -> list[Grade]:
        try:
            return self._gradebook.find_submission_notebook(self.lesson.name, self.lesson.name, student).grades
        except MissingEntry:
            return []

    def record(self, student: str, content: bytes) -> None:
        """Run nbgrader's steps on a submission; raises CourseError, and then the gradebook is as it was."""
        write_whole(self._place("submitted", student, "ipynb"), content)
        coursedir = self._api.coursedir
        coursedir.assignment_id, coursedir.student_id = self.lesson.name, student
        try:
            with uninterrupted(), opened(self._gradebook), warnings.catch_warnings():
                warnings.filterwarnings("ignore", message="Object of type <Submitted")
                _succeed(capture_log(self._autograde))
                _succeed(capture_log(self._feedback))
            self._gradebook.write()
        except BaseException:
            self._gradebook.undo()
            raise


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until nbgrader's steps on a submission are done: they would take it for a fault of the submission."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _config(root: Path) -> Config:
    here = Config()
    here.CourseDirectory.root = str(root.resolve())
    here.CourseDirectory.source_directory = "source"
    here.CourseDirectory.release_directory = "release"
    config = course_config()
    config.merge(here)
    return config


def _succeed(outcome: dict) -> None:
    if not outcome["success"]:
        log = f"{outcome.get('log', '')}\n{outcome.get('error', '')}"
        causes = re.findall(r"^\s*((?:\w+\.)*\w*(?:Error|Exception|Entry)\b: .+)$", log, re.MULTILINE)
        raise CourseError(f"nbgrader could not do it: {causes[0] if causes else log.strip()}")
