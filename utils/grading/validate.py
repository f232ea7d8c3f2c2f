"""`nbgrader validate` and JupyterLab's Validate button: the judge of grading says what would be graded."""

import textwrap
from collections.abc import Callable

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.apps.validateapp import ValidateApp
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, NbGraderPreprocessor
from nbgrader.validator import Validator
from traitlets.config import Config

from utils.checking.verdict import PASSED, ExerciseResult
from utils.grading.judges import GradingJudge
from utils.grading.results import cells_that_count
from utils.grading.sandbox import TRUST
from utils.showing.card import card_text

WIDTH = 83
"""nbgrader cuts off what is longer, by its width of 90 and its indent of 4."""


class OwnJudge(GradingJudge):
    """Judges the learner's own notebook, on systems too that cannot confine what strangers wrote."""

    def _environment(self) -> dict[str, str]:
        return {**super()._environment(), TRUST: "1"}


class ValidateAnswers(NbGraderPreprocessor):
    """Takes the place of nbgrader's Execute: the output of a check cell is its points, or an error that says why not."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        code = [(cell, cell.metadata.get("nbgrader", {})) for cell in nb.cells if cell.cell_type == "code"]
        checks = [grader["grade_id"] for _, grader in code if grader.get("grade")]
        cells = cells_that_count([(cell.source, grader.get("grade_id", "")) for cell, grader in code], checks)
        judge = OwnJudge()
        results = judge.judge_all(cells, [name.removeprefix("check-") for name in checks])
        graded = [cell for cell, grader in code if grader.get("grade")]
        for cell, result in zip(graded, results):
            cell.outputs = [_output(result)]
        judge.close()
        return nb, resources


def _output(result: ExerciseResult) -> NotebookNode:
    if result.status == PASSED:
        return new_output("execute_result", data={"text/plain": repr(result.points)}, metadata={}, execution_count=None)
    return new_output("error", ename=result.status, evalue=result.exercise, traceback=[_wrapped(card_text(result))])


def _wrapped(text: str) -> str:
    """The same lines, the long ones in several, each indented as its first."""
    return "\n".join(part for line in text.splitlines() for part in _parts(line))


def _parts(line: str) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]


def use_the_judge(config: Config) -> None:
    """Configure nbgrader's Validator, whose steps nbgrader leaves fixed, and its command, which exits with 0 in any case."""
    Validator.preprocessors.tag(config=True)
    config.Validator.preprocessors = [CheckCellMetadata, ClearOutput, ValidateAnswers]
    if not hasattr(ValidateApp.start, "telling"):
        Validator.validate = _telling(Validator.validate)
        ValidateApp.start = _exiting(ValidateApp.start)


def _telling(validate: Callable) -> Callable:
    def validated(self: Validator, filename: str) -> dict:
        found = validate(self, filename)
        if found and self.parent:
            self.parent.not_all_is_well = True
        return found

    return validated


def _exiting(start: Callable) -> Callable:
    def started(self: ValidateApp) -> None:
        start(self)
        if getattr(self, "not_all_is_well", False):
            self.exit(1)

    started.telling = True
    return started
