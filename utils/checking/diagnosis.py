"""Name the mistake: find the known wrong answer that behaves exactly as the learner's.

The bank holds wrong answers, `tests/bank/wrong/<exercise>/<mistake>.py`, each with the sentence that explains it. On
the same fresh inputs we run the same checks with each of them that `failing` does not rule out. When the same checks fail
and every value that came out is the same, the mistake is known; when several entries fit, other inputs are drawn, and
where these do not tell them apart either we say nothing. When none fits, two of them together may: each failing check then
comes out exactly as with one of the two.
"""

import contextlib
import io
import itertools
from collections.abc import Callable
from pathlib import Path

from utils.checking.failing import surprises
from utils.checking.judge import UNFILLED, Run
from utils.checking.mistakes import is_known, mistakes, remembers, sentence, with_mistake
from utils.checking.sameness import same_run
from utils.checking.verdict import NOT_RUN, NOT_YET, PASSED

AFFORDABLE = 0.5
"""Seconds that may be spent on a search for two mistakes at once."""
DRAWS = 3
"""How often other inputs are drawn to tell mistakes apart."""


def diagnose(exercise: str, runs: list[Run], seed: int, again: Callable[[int], list[Run]]) -> tuple[str, str] | None:
    """The names and sentences of the known mistakes that explain these runs, if that is certain.

    `again` judges the answer on inputs from another seed.
    """
    if any(run.result.message == UNFILLED for run in runs):
        return None
    with contextlib.redirect_stdout(io.StringIO()):  # what a known mistake prints is not the learner's
        found = _explaining(mistakes(exercise), exercise, runs, seed)
        if not found:
            found = _two_together(exercise, runs, seed)
            if found and found != _two_together(exercise, again(seed + 1), seed + 1):  # it fitted by chance
                found = []
        elif len(found) > 1:
            found = _told_apart(found, exercise, seed, again)
    return (" and ".join(path.stem for path in found), " ".join(map(sentence, found))) if found else None


def _explaining(paths: list[Path], exercise: str, runs: list[Run], seed: int) -> list[Path]:
    """Those of the known mistakes that explain everything."""
    for most in (0, 1):  # with rare inputs a check may come out as it never did
        possible = [path for path in paths if surprises(path, exercise, runs) == most]
        if found := [path for path in possible if _behaves_so(path, exercise, runs, seed)]:
            return found
    return []


def _told_apart(found: list[Path], exercise: str, seed: int, again: Callable[[int], list[Run]]) -> list[Path]:
    """The one of several mistakes that explains what other inputs give too, or none."""
    for other in range(seed + 1, seed + 1 + DRAWS):
        found = _explaining(found, exercise, again(other), other)
        if len(found) <= 1:
            return found
    return []


def _behaves_so(path: Path, exercise: str, runs: list[Run], seed: int) -> bool:
    """Whether every check gives the same with this mistake, asked until one does not: what costs least first."""
    asked = [run for run in runs if run.result.status != NOT_RUN]  # for want of another check, which is compared
    if not remembers(path):  # there their own order matters
        asked.sort(
            key=lambda run: (not is_known(path, run.result.name, seed), run.result.status == PASSED, run.seconds)
        )
    return all(same_run(theirs, own) for theirs, own in zip(asked, with_mistake(path, exercise, asked, seed)))


def _two_together(exercise: str, runs: list[Run], seed: int) -> list[Path]:
    """The only two mistakes of which one or the other explains every failing check, if there are such two.

    With neither may a check fail that holds.
    """
    failing = [run for run in runs if run.result.status == NOT_YET]
    holding = [run for run in runs if run.result.status == PASSED]
    possible = [path for path in mistakes(exercise) if not surprises(path, exercise, holding)]
    if len(failing) < 2 or len(possible) * sum(run.seconds for run in failing) > AFFORDABLE:
        return []
    explained = {}
    for path in possible:
        own = with_mistake(path, exercise, failing, seed)
        explained[path] = {one.result.name for theirs, one in zip(failing, own) if same_run(theirs, one)}
    every = {run.result.name for run in failing}
    pairs = [
        list(pair) for pair in itertools.combinations(explained, 2) if set.union(*map(explained.get, pair)) == every
    ]
    pairs = [pair for pair in pairs if all(_holds_too(path, exercise, holding, seed) for path in pair)]
    return pairs[0] if len(pairs) == 1 else []


def _holds_too(path: Path, exercise: str, holding: list[Run], seed: int) -> bool:
    return all(own.result.status == PASSED for own in with_mistake(path, exercise, holding, seed))
