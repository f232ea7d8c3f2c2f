"""`course bank --failing`: write down which checks each known mistake fails (`utils.checking.failing`)."""

import itertools
import json
from collections.abc import Iterable
from pathlib import Path

from utils.checking.checks import checks_of
from utils.checking.failing import FAILING, FAILS, HOLDS, VARIES
from utils.checking.program import Program
from utils.checking.verdict import NOT_YET, PASSED
from utils.files import write_whole
from utils.lesson import Exercise, exercises
from utils.proving.bank import entries, verdict
from utils.proving.forked import everywhere

SEEDS = 10


def write_failing(chosen: Iterable[Exercise], seed: int) -> None:
    """Bring these exercises' part of the table up to date, each mistake judged on inputs from several seeds."""
    seeds = range(seed, seed + SEEDS)
    for one in chosen:
        checks, paths = [check.name for check in checks_of(one.name)], entries("wrong", one.name)
        with everywhere() as ask:
            found = [*ask(_marks, paths, itertools.repeat(checks), itertools.repeat(seeds))]
        table = json.loads(FAILING.read_text(encoding="utf-8")) if FAILING.exists() else {}
        table[one.name] = {"checks": checks, "mistakes": {path.stem: marks for path, marks in zip(paths, found)}}
        ordered = {name: table[name] for name in exercises() if name in table}
        write_whole(FAILING, (json.dumps(ordered, indent=1, ensure_ascii=False) + "\n").encode())


def _marks(path: Path, checks: list[str], seeds: range) -> str:
    program = Program([path.read_text(encoding="utf-8")])
    verdicts = [verdict(program, path.parent.name, seed, to_the_end=True) for seed in seeds]
    statuses = [{run.result.name: run.result.status for run in one.runs} for one in verdicts]
    return "".join(_mark({one.get(check) for one in statuses}) for check in checks)


def _mark(statuses: set[str | None]) -> str:
    return {frozenset({NOT_YET}): FAILS, frozenset({PASSED}): HOLDS}.get(frozenset(statuses), VARIES)
