"""Which checks each known mistake fails, written down beforehand, so that most of them need not be run to be ruled out.

`course bank --failing` writes the table. A mistake or check that it does not hold is run, as if there were no table.
"""

import functools
import json
from collections.abc import Iterable
from pathlib import Path

from utils.checking.judge import Run
from utils.checking.verdict import NOT_YET, PASSED
from utils.paths import BANK

FAILING = BANK / "failing.json"
"""{exercise: {"checks": [name, …], "mistakes": {mistake: a mark for each check}}}."""
FAILS, HOLDS, VARIES = "x", ".", "?"
"""With whatever inputs; or now one, now the other, or neither."""


def surprises(path: Path, exercise: str, runs: Iterable[Run]) -> int:
    """How many of these runs came out as with this mistake they never did."""
    of_mistake = marks(exercise).get(path.stem, {})
    return sum(_differs(of_mistake.get(run.result.name), run) for run in runs)


def never_fails(run: Run, exercise: str, paths: Iterable[Path]) -> bool:
    """Whether this check holds with each of these mistakes."""
    return all(marks(exercise).get(path.stem, {}).get(run.result.name) == HOLDS for path in paths)


def _differs(mark: str | None, run: Run) -> bool:
    return (mark == HOLDS and run.result.status == NOT_YET) or (mark == FAILS and run.result.status == PASSED)


@functools.cache
def marks(exercise: str) -> dict[str, dict[str, str]]:
    """The marks of each known mistake's checks."""
    table = json.loads(FAILING.read_text(encoding="utf-8")).get(exercise, {"checks": [], "mistakes": {}})
    return {name: dict(zip(table["checks"], marks)) for name, marks in table["mistakes"].items()}
