"""Name the mistake: find the known wrong answer that behaves exactly as the learner's.

The bank holds wrong answers, `tests/bank/wrong/<exercise>/<mistake>.py`, each with the sentence that explains it. On
the same fresh inputs we run the same checks with each of them that `failing` does not rule out. When the same checks fail
and every value that came out is the same, the mistake is known; when several entries fit, other inputs are drawn, and
where these do not tell them apart either we say nothing. When none fits, two of them together may (`pairs`).
Where all that the checks found is a changed input, that is said, whoever changed it.
"""

import contextlib
import io
import re
from collections.abc import Callable
from pathlib import Path

from utils.checking.failing import surprises
from utils.checking.judge import UNFILLED, Run
from utils.checking.mistakes import behaves_so, mistakes, sentence
from utils.checking.pairs import explaining, possible_pairs
from utils.checking.verdict import NOT_YET

RIGHT_BESIDE = re.compile(r"^(The|Your) \w+ (is|are) right, but ")
IN_PLACE = re.compile(r"Your code changes .+ in place")
CHANGES = (
    "changes_its_input",
    "Your code changes what it was given, with `-=`, `x[...] = ` or a method whose name ends in `_`; "
    "the caller still needs it. Make a new tensor.",
)
"""What is said where that is all that the checks found, be it done in a way that is not known."""
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
        if len(found) > 1:
            found = _told_apart(found, exercise, seed, again)
        elif not found:
            found = _two(exercise, runs, seed, again)
    if found:
        return " and ".join(path.stem for path in found), _told(found)
    failing = [run.result.message for run in runs if run.result.status == NOT_YET]
    its_input = any(message.endswith(" in place.") for message in failing)
    return CHANGES if its_input and all(map(IN_PLACE.match, failing)) else None


def _told(found: list[Path]) -> str:
    """What the mistakes' sentences say; that something is right besides one of them is not true of two."""
    sentences = [*map(sentence, found)]
    if len(sentences) > 1:
        sentences = [part[0].upper() + part[1:] for part in (RIGHT_BESIDE.sub("", one) for one in sentences)]
    return " ".join(sentences)


def _explaining(paths: list[Path], exercise: str, runs: list[Run], seed: int) -> list[Path]:
    """Those of the known mistakes that explain everything."""
    for most in (0, 1):  # with rare inputs a check may come out as it never did
        possible = [path for path in paths if surprises(path, exercise, runs) == most]
        if found := [path for path in possible if behaves_so(path, exercise, runs, seed)]:
            return found
    return []


def _two(exercise: str, runs: list[Run], seed: int, again: Callable[[int], list[Run]]) -> list[Path]:
    """The only two mistakes that together explain these runs and those on other inputs; of several pairs, what all share."""
    found = explaining(possible_pairs(exercise, runs), exercise, runs, seed)
    if found:
        found = explaining(found, exercise, again(seed + 1), seed + 1)
    if len({_told([*pair]) for pair in found}) == 1:
        return [*found[0]]
    return [*set.intersection(*map(set, found))] if found else []


def _told_apart(found: list[Path], exercise: str, seed: int, again: Callable[[int], list[Run]]) -> list[Path]:
    """The one of several mistakes that explains what other inputs give too, or one of those that say the same, or none."""
    for other in range(seed + 1, seed + 1 + DRAWS):
        runs = again(other)
        found = [one for one in found if behaves_so(one, exercise, runs, other)]
        if len(found) <= 1:
            return found
    return found[:1] if len(set(map(sentence, found))) == 1 else []
