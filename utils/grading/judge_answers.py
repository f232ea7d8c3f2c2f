"""Give every check cell the judge's verdict as its output, in place of running the submission in a kernel."""

from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor

from utils.checking.verdict import ERROR, ExerciseResult
from utils.errors import CourseError
from utils.grading.judges import judge, reason
from utils.grading.results import NAME, ResultLog, cells_that_count, keys_of, open_log
from utils.showing.card import card_html


class JudgeAnswers(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: the mark of a check cell comes from a judge that never runs the submission.

    The output is a plain number, which SaveAutoGrades reads, and the card, which the feedback page shows. What was judged
    before is not judged again. A fault of the grader raises, so that the submission is "not graded" and not given 0.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        code = [(cell, cell.metadata.get("nbgrader", {})) for cell in nb.cells if cell.cell_type == "code"]
        checks = [grader["grade_id"] for _, grader in code if grader.get("grade")]
        cells = cells_that_count([(cell.source, grader.get("grade_id", "")) for cell, grader in code], checks)
        log = open_log(Path(NAME).resolve())  # nbgrader works in the course's folder
        results = _results(log, cells, [name.removeprefix("check-") for name in checks])
        for cell, grader in code:
            if grader.get("grade"):
                result = results[grader["grade_id"].removeprefix("check-")]
                cell.outputs = [_output(result, float(grader["points"]))]
        return nb, resources


def _results(log: ResultLog, cells: list[str], names: list[str]) -> dict[str, ExerciseResult]:
    """The verdicts by exercise; those that the log does not know are found now, and added to it."""
    keys = keys_of(cells, names)
    results = {name: result for name, key in keys.items() if (result := log.get(key))}
    missing = [name for name in names if name not in results]
    for name, result in zip(missing, judge().judge_all(cells, missing)):
        log.add(keys[name], result)
        results[name] = result
    return results


def _output(result: ExerciseResult, points: float) -> NotebookNode:
    if result.status == ERROR:
        raise CourseError(f"Not graded: {result.exercise}: {reason(result)}")
    score = points * result.points / result.max_points
    data = {"text/plain": repr(round(score, 4)), "text/html": card_html(result)}
    return new_output("execute_result", data=data, metadata={}, execution_count=None)
