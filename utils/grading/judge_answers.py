"""Give every check cell the judge's verdict as its output, in place of running the submission in a kernel."""

import functools

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor

from utils.checking.client import Worker
from utils.checking.verdict import ERROR, ExerciseResult
from utils.errors import CourseError
from utils.showing.card import card_html


class JudgeAnswers(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: the mark of a check cell is the judge's, from a process of its own.

    The output is a plain number, which SaveAutoGrades reads, and the card, which the feedback page shows. A fault of the
    grader raises, so that the submission is "not graded" and not given 0.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        cells = [cell.source for cell in nb.cells if cell.cell_type == "code"]
        for cell in nb.cells:
            grader = cell.metadata.get("nbgrader", {})
            if grader.get("grade"):
                result = worker().judge(cells, grader["grade_id"].removeprefix("check-"))
                cell.outputs = [_output(result, float(grader["points"]))]
        return nb, resources


@functools.cache
def worker() -> Worker:
    """One warm judging process for all submissions of a run."""
    return Worker()


def _output(result: ExerciseResult, points: float) -> NotebookNode:
    if result.status == ERROR:
        raise CourseError(f"Not graded, try again: {result.exercise}: {result.message}")
    score = points * result.points / result.max_points
    data = {"text/plain": repr(round(score, 4)), "text/html": card_html(result)}
    return new_output("execute_result", data=data, metadata={}, execution_count=None)
