"""`check("name")` in a learner's notebook."""

import functools
import os
import sys
from pathlib import Path

from utils.checking.client import Worker
from utils.checking.program import Program
from utils.checking.submission import read_cells
from utils.checking.verdict import PASSED, ExerciseResult
from utils.errors import one_sentence
from utils.pieces import keep
from utils.record import record
from utils.showing.card import card_html, card_text


class Points(float):
    """What `check` returns: a plain number of points to nbgrader, a card to a person."""

    result: ExerciseResult

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": repr(float(self)), "text/html": card_html(self.result)}

    def __repr__(self) -> str:
        return repr(float(self))


@functools.cache
def worker() -> Worker:
    """This kernel's judging process."""
    return Worker()


@one_sentence
def check(name: str) -> Points | None:
    """Judge your answer to exercise `name` as it was last run in this notebook, and show what was found.

    The answer runs in a process of its own, for at most 10 seconds, so nothing it does can harm the notebook. Returns
    the points; a mistake in calling `check` itself is one sentence and gives None.
    """
    shell = _shell()
    cells = [*shell.history_manager.input_hist_parsed] if shell else read_cells(Path(sys.argv[0]))
    result = worker().judge(cells, name, path=[os.getcwd()], as_run=bool(shell))
    record(result)
    if result.status == PASSED:
        keep(name, Program(cells, as_run=bool(shell)))
    points = Points(result.points)
    points.result = result
    if not shell or not hasattr(shell, "kernel"):
        print(card_text(result))
    elif "NBGRADER_VALIDATING" in os.environ and result.status != PASSED:
        print(card_text(result), file=sys.stderr)  # what the Validate button says of a cell that fails
    return points


def _shell():
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()


if hasattr(_shell(), "kernel"):
    worker().start()  # while the learner reads, the judging process loads torch
