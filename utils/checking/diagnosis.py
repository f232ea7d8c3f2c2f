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
from collections.abc import Callable, Iterator
from dataclasses import replace
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
KEPT = 1_000
"""Runs of known mistakes that are kept, of some 10 kB each."""
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
    quick = sorted(runs, key=lambda run: run.seconds * (3 if run.result.status == PASSED else 1))
    return [path for path in paths if _behaves_so(path, exercise, _in_order(path, runs, quick, seed), seed)]


def _in_order(path: Path, runs: list[Run], quick: list[Run], seed: int) -> list[Run]:
    """First what is known already, then what is quick; where order matters, as it was."""
    if _remembers(path):
        return runs
    return sorted(quick, key=lambda run: (path, run.result.name, seed) not in _known)


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


def _behaves_so(path: Path, exercise: str, runs: list[Run], seed: int) -> bool:
    """Whether every check gives the same with this mistake, asked in the order of `runs` until one does not."""
    asked = [run for run in runs if run.result.status != NOT_RUN]  # for want of another check, which is compared
    return all(same_run(theirs, own) for theirs, own in zip(asked, _with_mistake(path, exercise, asked, seed)))


def _with_mistake(path: Path, exercise: str, runs: list[Run], seed: int) -> Iterator[Run]:
    """The same checks with this mistake, each when it is asked for."""
    if not _remembers(path):
        yield from (_known_run(path, exercise, run.result.name, seed) for run in runs)
        return
    namespace = load(_program(path), exercise)
    for run in runs:
        yield _run(namespace, exercise, run.result.name, seed)


_known: dict[tuple[Path, str, int], Run] = {}
"""Checks with known mistakes, by the seed of the inputs: of use when many answers are judged on the same ones."""


def _known_run(path: Path, exercise: str, check: str, seed: int) -> Run:
    key = path, check, seed
    if key not in _known:
        run = _run(load(_program(path), exercise), exercise, check, seed)
        _known[key] = replace(run, record=_lean(run.record))
        if len(_known) > KEPT:
            del _known[next(iter(_known))]  # the oldest
        return run
    return _known[key]


def _run(namespace: dict[str, object], exercise: str, check: str, seed: int) -> Run:
    worth = {one.name: (one, points) for one, points in shares(exercise)}
    return run_check(*worth[check], Student(exercise, namespace, refused(exercise)), seed)


def _lean(value: object) -> object:
    """What `same` looks at, without the graphs and modules behind it."""
    if isinstance(value, Tensor):
        return value.detach().clone()
    if isinstance(value, Handle):
        return Handle(None, None)
    if isinstance(value, tuple | list):
        return type(value)(map(_lean, value))
    if isinstance(value, dict):
        return {key: _lean(one) for key, one in value.items()}
    return value


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
