"""Submissions made from a lesson's own learner notebook."""

import copy
import re

import nbformat
import pytest

from utils.lesson import exercise, find_lesson
from utils.lesson.build import learner_path


class Submission:
    """A learner's notebook, filled in; start with `Submission("00")`."""

    def __init__(self, lesson: str):
        self.lesson = find_lesson(lesson)
        self.notebook = nbformat.read(learner_path(self.lesson), as_version=4)

    def cell(self, cell_id: str):
        return next(cell for cell in self.notebook.cells if cell.id == cell_id)

    def answer(self, **sources: str) -> "Submission":
        """Fill in these exercises with these sources."""
        for name, source in sources.items():
            self.cell(name).source = source
        return self

    def right(self, *names: str) -> "Submission":
        """Fill in these exercises with the solution (all of them when none is named)."""
        for one in self.lesson.exercises:
            if not names or one.name in names:
                self.cell(one.name).source = solution(one.name)
        return self

    def copied(self, name: str) -> "Submission":
        """As JupyterLab's copy and paste of the answer's cell: the same metadata twice."""
        place = self.notebook.cells.index(self.cell(name))
        twin = copy.deepcopy(self.cell(name))
        twin.id = "twin"
        self.notebook.cells.insert(place + 1, twin)
        return self

    def without(self, *cell_ids: str) -> "Submission":
        self.notebook.cells = [cell for cell in self.notebook.cells if cell.id not in cell_ids]
        return self

    def save(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(self.notebook, path)
        return path


def solution(name: str) -> str:
    return re.sub(r"^ *# (BEGIN|END) SOLUTION\n?", "", exercise(name).source, flags=re.MULTILINE)


@pytest.fixture
def submission():
    return Submission
