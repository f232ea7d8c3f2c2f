"""Name the mistake: find the known wrong answer that behaves exactly as the learner's.

The bank holds wrong answers, `tests/bank/wrong/<exercise>/<mistake>.py`, each with the sentence that explains it. On
the same fresh inputs we run the same checks with each of them. When the same checks fail and every value that came
out is the same, the mistake is known; when several entries fit, other inputs are drawn, and where these do not tell them
apart either we say nothing. When none fits, two of them together may: each failing check then comes out exactly as with
one of the two.
"""

import ast
import contextlib
import functools
import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import torch
from torch import Tensor

from utils.checking.checks import refused
from utils.checking.expect import Foreign
from utils.checking.judge import UNFILLED, Run, load, run_check, shares
from utils.checking.program import Program
from utils.checking.student import Handle, Raised, Share, Student
from utils.checking.verdict import NOT_RUN, NOT_YET, PASSED
from utils.paths import BANK

TOLERANCE = 5e-5
"""Relative to the largest number: two right positions may differ by more than one unit of the contract's 1e-5."""

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
        elif len(found) > 1:
            found = _told_apart(found, exercise, seed, again)
    return (" and ".join(path.stem for path in found), " ".join(map(sentence, found))) if found else None


def _explaining(paths: list[Path], exercise: str, runs: list[Run], seed: int) -> list[Path]:
    """Those of the known mistakes that explain everything."""
    order = Order(runs)
    return [path for path in paths if _behaves_so(path, exercise, runs, seed, order)]


class Order:
    """Which checks to ask first: by what each takes for every mistake that it tells from the answer, as far as seen."""

    def __init__(self, runs: Iterable[Run]):
        self._seconds = {run.result.name: run.seconds for run in runs}
        self._asked = Counter(self._seconds.keys())
        self._told = Counter({run.result.name: 0.9 if run.result.status == NOT_YET else 0.5 for run in runs})

    def learn(self, own: Run, told: bool) -> None:
        """What asking one more mistake took, and whether it told."""
        name = own.result.name
        self._seconds[name] = max(self._seconds[name], own.seconds)
        self._asked[name] += 1
        self._told[name] += told

    def __call__(self, run: Run) -> float:
        name = run.result.name
        return self._seconds[name] * self._asked[name] / self._told[name]


def _told_apart(found: list[Path], exercise: str, seed: int, again: Callable[[int], list[Run]]) -> list[Path]:
    """The one of several mistakes that explains what other inputs give too, or none."""
    for other in range(seed + 1, seed + 1 + DRAWS):
        found = _explaining(found, exercise, again(other), other)
        if len(found) <= 1:
            return found
    return []


def mistakes(exercise: str) -> list[Path]:
    return sorted((BANK / "wrong" / exercise).glob("*.py"))


def sentence(path: Path) -> str:
    """The docstring of a bank entry: what the learner is told."""
    return " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())


def read_mistakes(exercise: str) -> None:
    """Read the known mistakes of an exercise once, so that no process forked from this one need."""
    for path in mistakes(exercise):
        _remembers(path)


@functools.cache
def _program(path: Path) -> Program:
    return Program([path.read_text(encoding="utf-8")])


@functools.cache
def _remembers(path: Path) -> bool:
    """Whether something in a mistake may outlive a call: a global, a default, or an attribute of the class."""
    nodes = [inner for statement in _program(path).statements for inner in ast.walk(statement.node)]
    kept = [one for node in nodes if isinstance(node, ast.ClassDef) for one in node.body if isinstance(one, ast.Assign)]
    kept += [statement.node for statement in _program(path).statements if isinstance(statement.node, ast.Assign)]
    values = [one.value for one in kept]
    values += [
        value for node in nodes if isinstance(node, ast.arguments) for value in [*node.defaults, *node.kw_defaults]
    ]
    mutable = ast.List | ast.Dict | ast.Set | ast.Call | ast.ListComp | ast.DictComp
    return any(isinstance(one, mutable) for one in values) or any(isinstance(node, ast.Global) for node in nodes)


def _behaves_so(path: Path, exercise: str, runs: list[Run], seed: int, order: Order) -> bool:
    """Whether every check gives the same with this mistake, asked in this order until one does not."""
    asked = [run for run in runs if run.result.status != NOT_RUN]  # for want of another check, which is compared
    if not _remembers(path):  # there their own order matters
        asked.sort(key=order)
    for theirs, own in zip(asked, _with_mistake(path, exercise, asked, seed)):
        same = same_run(theirs, own)
        order.learn(own, told=not same)
        if not same:
            return False
    return True


def _with_mistake(path: Path, exercise: str, runs: list[Run], seed: int) -> Iterator[Run]:
    """The same checks with this mistake, each when it is asked for."""
    namespace = load(_program(path), exercise)
    worth = {check.name: (check, points) for check, points in shares(exercise)}
    for run in runs:
        yield run_check(*worth[run.result.name], Student(exercise, namespace, refused(exercise)), seed)


def _two_together(exercise: str, runs: list[Run], seed: int) -> list[Path]:
    """The only two mistakes of which one or the other explains every failing check, if there are such two.

    With neither may a check fail that holds.
    """
    failing = [run for run in runs if run.result.status == NOT_YET]
    if len(failing) < 2 or len(mistakes(exercise)) * sum(run.seconds for run in failing) > AFFORDABLE:
        return []
    explained = {}
    for path in mistakes(exercise):
        own = _with_mistake(path, exercise, failing, seed)
        explained[path] = {one.result.name for theirs, one in zip(failing, own) if same_run(theirs, one)}
    every = {run.result.name for run in failing}
    pairs = [
        list(pair) for pair in itertools.combinations(explained, 2) if set.union(*map(explained.get, pair)) == every
    ]
    holding = [run for run in runs if run.result.status == PASSED]
    pairs = [pair for pair in pairs if all(_holds_too(path, exercise, holding, seed) for path in pair)]
    return pairs[0] if len(pairs) == 1 else []


def _holds_too(path: Path, exercise: str, holding: list[Run], seed: int) -> bool:
    return all(own.result.status == PASSED for own in _with_mistake(path, exercise, holding, seed))


def same_run(one: Run, other: Run) -> bool:
    """Whether a check came to the same verdict over the same values."""
    if one.result.status != other.result.status:
        return False
    if one.result.status == PASSED:  # an error that came was asked for, whatever it is called and says
        return same(_any_error(one.record), _any_error(other.record))
    return same(one.record, other.record)


def _any_error(record: list) -> list:
    return [Raised("", "") if isinstance(one, Raised) else one for one in record]


def same(one: object, other: object) -> bool:
    """Whether two recorded values are the same as far as an observer can tell."""
    if isinstance(one, Share) and isinstance(other, Share):
        return one.value.shape == other.value.shape and bool(((one.value - other.value).abs() <= one.within).all())
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        return _same_tensor(one, other)
    if isinstance(one, Tensor) or isinstance(other, Tensor):
        return False
    if isinstance(one, Handle | Foreign) or isinstance(other, Handle | Foreign):
        return all(isinstance(it, Handle) for it in (one, other)) or all(isinstance(it, Foreign) for it in (one, other))
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-4 * max(1.0, abs(one)) or (one != one and other != other)
    return one == other


def _same_tensor(one: Tensor, other: Tensor) -> bool:
    if one.shape != other.shape or one.is_floating_point() != other.is_floating_point():
        return False
    one, other = one.detach().double(), other.detach().double()
    largest = max(1.0, one[one.isfinite()].abs().max().item() if one.isfinite().any() else 0.0)
    return torch.allclose(one, other, rtol=1e-4, atol=TOLERANCE * largest, equal_nan=True)
