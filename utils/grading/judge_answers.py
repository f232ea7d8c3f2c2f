"""Give every check cell the judge's verdict as its output, in place of running the submission in a kernel."""

import functools

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor

from utils.checking.client import Worker, lost
from utils.checking.verdict import ERROR, ExerciseResult
from utils.errors import CourseError
from utils.showing.card import card_html


class JudgeAnswers(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: the mark of a check cell comes from a judge that never runs the submission.

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


class GradingJudge(Worker):
    """The judge of grading (`utils.grading.judge`); that it is slow or gone is never the submission's fault."""

    module = "utils.grading.judge"
    slack = 120.0

    def _overdue(self, name: str, limit: float) -> ExerciseResult:
        return lost(name, ERROR, "The judge did not answer in time.")


@functools.cache
def worker() -> Worker:
    """One judge for all submissions of a run."""
    return GradingJudge()


def _output(result: ExerciseResult, points: float) -> NotebookNode:
    if result.status == ERROR:
        raise CourseError(f"Not graded: {result.exercise}: {result.message}")
    score = points * result.points / result.max_points
    data = {"text/plain": repr(round(score, 4)), "text/html": card_html(result)}
    return new_output("execute_result", data=data, metadata={}, execution_count=None)
