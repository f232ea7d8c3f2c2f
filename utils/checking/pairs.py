"""Two known mistakes in one answer: the pairs that explain it."""

import itertools
from pathlib import Path

from utils.checking.failing import never_fails, surprises
from utils.checking.in_one import in_one
from utils.checking.judge import Run
from utils.checking.mistakes import behaves_so, mistakes, with_mistake
from utils.checking.sameness import same_run
from utils.checking.verdict import NOT_YET, PASSED

Pair = tuple[Path, Path]
AFFORDABLE = 0.6
"""Seconds of CPU that one search may take, as far as can be said beforehand; else nothing is found."""
WRITING, LOADING = 0.0005, 0.001
"""Seconds that it takes to write an answer from two others, and to load what came out."""


def possible_pairs(exercise: str, runs: list[Run]) -> list[Pair]:
    """The pairs that are not ruled out by which checks each mistake fails."""
    failing, holding = _with(NOT_YET, runs), _with(PASSED, runs)
    paths = [path for path in mistakes(exercise) if not surprises(path, exercise, holding)]
    pairs = itertools.combinations(paths, 2) if failing else ()
    return [pair for pair in pairs if not any(never_fails(run, exercise, pair) for run in failing)]


def side_by_side(pairs: list[Pair], exercise: str, runs: list[Run], seed: int) -> list[Pair]:
    """Those of which one or the other explains every failing check, while with neither any other check fails.

    Where an answer can be written from both, it must behave in the same way too.
    """
    failing, holding = _with(NOT_YET, runs), _with(PASSED, runs)
    paths = sorted({path for pair in pairs for path in pair})
    if len(failing) < 2 or len(paths) * sum(run.seconds for run in failing) > AFFORDABLE:
        return []
    explained = {path: _explained(path, exercise, failing, seed) for path in paths}
    found = [pair for pair in pairs if len(set.union(*map(explained.get, pair))) == len(failing)]
    found = [pair for pair in found if all(_holds_too(path, exercise, holding, seed) for path in pair)]
    return [pair for pair in found if not in_one(*pair) or behaves_so(pair, exercise, runs, seed)]


def entangled(pairs: list[Pair], exercise: str, runs: list[Run], seed: int) -> list[Pair]:
    """Those of which an answer that is written from both behaves in the same way."""
    if len(pairs) * WRITING > AFFORDABLE:
        return []
    written = [pair for pair in pairs if in_one(*pair)]
    if not written or len(written) * (min(run.seconds for run in _with(NOT_YET, runs)) + LOADING) > AFFORDABLE:
        return []
    return [pair for pair in written if behaves_so(pair, exercise, runs, seed)]


def _with(status: str, runs: list[Run]) -> list[Run]:
    return [run for run in runs if run.result.status == status]


def _explained(path: Path, exercise: str, failing: list[Run], seed: int) -> set[str]:
    own = with_mistake(path, exercise, failing, seed)
    return {one.result.name for theirs, one in zip(failing, own) if same_run(theirs, one)}


def _holds_too(path: Path, exercise: str, holding: list[Run], seed: int) -> bool:
    return all(own.result.status == PASSED for own in with_mistake(path, exercise, holding, seed))
