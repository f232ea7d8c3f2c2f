"""Two known mistakes in one answer: the pairs that explain it."""

import itertools
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from utils.checking.failing import never_fails, surprises
from utils.checking.in_one import in_one
from utils.checking.judge import Run
from utils.checking.mistakes import behaves_so, mistakes, with_mistake
from utils.checking.sameness import alike, same_run
from utils.checking.verdict import NOT_YET, PASSED

Pair = tuple[Path, Path]
AFFORDABLE = 0.6
"""Seconds of CPU that trying pairs may take, and a quarter of it that trying each mistake by itself may take before."""


def possible_pairs(exercise: str, runs: list[Run]) -> list[Pair]:
    """The pairs that are not ruled out by which checks each mistake fails."""
    failing, holding = _with(NOT_YET, runs), _with(PASSED, runs)
    paths = [path for path in mistakes(exercise) if not surprises(path, exercise, holding)]
    pairs = itertools.combinations(paths, 2) if failing else ()
    return [pair for pair in pairs if not any(never_fails(run, exercise, pair) for run in failing)]


def explaining(pairs: list[Pair], exercise: str, runs: list[Run], seed: int) -> list[Pair]:
    """Those pairs that explain everything: of the ones that one by one explain most of what failing checks saw.

    Where an answer can be written from both, it must behave in the same way. Else one or the other must explain every failing
    check, each one that the other does not fail, and with neither may another one fail.
    """
    if not pairs:
        return []
    alone = _explained_alone(pairs, exercise, _with(NOT_YET, runs), seed)

    def explained(pair: Pair) -> int:
        return len(set.union(*(alone[path] for path in pair)))

    end = time.process_time() + AFFORDABLE
    for _, some in itertools.groupby(sorted(pairs, key=explained, reverse=True), explained):
        if found := [pair for pair in _until(end, some) if _explains(pair, exercise, runs, seed, alone)]:
            return found
    return []


def _explained_alone(pairs: list[Pair], exercise: str, failing: list[Run], seed: int) -> dict[Path, set]:
    """What each mistake explains by itself: of the quickest check in any case, of others as far as there is time to find out.

    Checks as a whole, and single values that they saw.
    """
    end, alone = time.process_time() + AFFORDABLE / 4, defaultdict(set)
    paths = sorted({path for pair in pairs for path in pair})
    able = [(run, [path for path in paths if not never_fails(run, exercise, [path])]) for run in failing]
    able.sort(key=lambda one: one[0].seconds * len(one[1]))
    tried = [[(run, path) for path in some] for run, some in able]
    for run, path in itertools.chain(*tried[:1], _until(end, itertools.chain(*tried[1:]))):
        (own,) = with_mistake(path, exercise, [run], seed)
        name = run.result.name
        alone[path] |= {(name, place) for place in alike(run, own)} | ({name} if same_run(run, own) else set())
    return alone


def _until(end: float, items: Iterator) -> Iterator:
    """Some of the items: those for which there is time."""
    return itertools.takewhile(lambda item: time.process_time() < end, items)


def _explains(pair: Pair, exercise: str, runs: list[Run], seed: int, alone: dict[Path, set]) -> bool:
    if in_one(*pair):
        return behaves_so(pair, exercise, runs, seed)
    failing, holding = _with(NOT_YET, runs), _with(PASSED, runs)
    if not {run.result.name for run in failing} <= set.union(*(alone[path] for path in pair)):
        return False
    for path, other in itertools.permutations(pair):
        its_own = (run for run in failing if never_fails(run, exercise, [other]))
        if not any(run.result.name in alone[path] for run in its_own):
            return False
    return all(_holds_too(path, exercise, holding, seed) for path in pair)


def _holds_too(path: Path, exercise: str, holding: list[Run], seed: int) -> bool:
    return all(own.result.status == PASSED for own in with_mistake(path, exercise, holding, seed))


def _with(status: str, runs: list[Run]) -> list[Run]:
    return [run for run in runs if run.result.status == status]
