"""One gradebook and one transaction for all of nbgrader's steps on a submission."""

import contextlib
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
from nbgrader.api import Comment, Grade, Gradebook, SubmittedNotebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from sqlalchemy import Index
from sqlalchemy.schema import CreateIndex

from utils.checking.submission import read_code
from utils.errors import CourseError

OPENS_GRADEBOOK = [
    "nbgrader.converters.autograde",
    "nbgrader.preprocessors.getgrades",
    "nbgrader.preprocessors.latesubmissions",
    "nbgrader.preprocessors.overwritecells",
    "nbgrader.preprocessors.overwritekernelspec",
    "nbgrader.preprocessors.saveautogrades",
    "utils.grading.restore_cells",
]
"""The modules that open a gradebook for each step of each submission."""


INDEXES = [
    Index("ix_submitted_notebook_assignment", SubmittedNotebook.assignment_id),
    Index("ix_grade_notebook", Grade.notebook_id),
    Index("ix_comment_notebook", Comment.notebook_id),
]
"""Without them nbgrader reads the grades of the whole class to find those of one student."""


class OneTransaction(Gradebook):
    """A gradebook that stays open when a step closes it, and writes nothing until `write`."""

    def __init__(self, url: str, course: str):
        super().__init__(url, course)
        with self.engine.begin() as connection:
            for index in INDEXES:
                connection.execute(CreateIndex(index, if_not_exists=True))
        self._commit = self.db.commit
        self.db.commit = self.db.flush

    def close(self) -> None:
        """A step has ended; the next one goes on with the same session."""

    def write(self) -> None:
        self._commit()

    def undo(self) -> None:
        self.db.rollback()

    def shut(self) -> None:
        self.undo()
        super().close()


@contextlib.contextmanager
def opened(gradebook: Gradebook) -> Iterator[None]:
    """nbgrader's steps get this gradebook wherever they open one."""
    with contextlib.ExitStack() as stack:
        for name in OPENS_GRADEBOOK:
            stack.enter_context(mock.patch(f"{name}.Gradebook", return_value=gradebook))
        yield


class AutogradeAtOnce(Autograde):
    """nbgrader's Autograde; of a submission that cannot be graded nothing stands in the gradebook."""

    _gradebook: OneTransaction | None = None

    def convert_notebooks(self) -> None:
        self._gradebook = OneTransaction(self.coursedir.db_url, self.coursedir.course_id)
        try:
            with opened(self._gradebook), mock.patch("nbgrader.converters.base.traceback", SAID):
                super().convert_notebooks()
        finally:
            self._gradebook.shut()

    def convert_single_notebook(self, notebook_filename: str) -> None:
        try:
            super().convert_single_notebook(notebook_filename)
        except Exception:
            read_code(Path(notebook_filename))  # where the file itself is at fault, this says so in a sentence
            raise

    def run_pre_convert_hook(self) -> None:
        self._gradebook.undo()
        super().run_pre_convert_hook()

    def run_post_convert_hook(self) -> None:
        super().run_post_convert_hook()
        self._gradebook.write()


def _said() -> str:
    """What nbgrader prints of an error: the sentence, where it is one for people, else the traceback."""
    error = sys.exc_info()[1]
    return str(error) if isinstance(error, CourseError | NbGraderException) else traceback.format_exc()


SAID = SimpleNamespace(format_exc=_said)
"""Takes the place of the module `traceback` in nbgrader's converters."""


def write_at_once() -> None:
    """Have nbgrader's command and formgrader's button grade so."""
    nbgrader.apps.api.Autograde = nbgrader.apps.autogradeapp.Autograde = AutogradeAtOnce
