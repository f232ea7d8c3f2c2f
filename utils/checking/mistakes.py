"""The known mistakes: the wrong answers of the bank, alone or two in one answer, and what the checks find in them."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from torch import Tensor

from utils.checking.checks import refused
from utils.checking.failing import marks
from utils.checking.in_one import in_one
from utils.checking.judge import Run, load, run_check, shares
from utils.checking.program import Program
from utils.checking.sameness import same_run
from utils.checking.student import Handle, Student
from utils.checking.verdict import NOT_RUN, PASSED
from utils.paths import BANK

Mistake = Path | tuple[Path, Path]
"""An entry of the bank, or two that `in_one` puts into one answer."""
CHANGE = ("append", "extend", "insert", "pop", "update", "setdefault", "clear")
"""Methods that change what they are called on."""
KEPT = 1_000
"""Runs of known mistakes that are kept, of some 10 kB each."""


def mistakes(exercise: str) -> list[Path]:
    return sorted((BANK / "wrong" / exercise).glob("*.py"))


def sentence(path: Path) -> str:
    """The docstring of a bank entry: what the learner is told."""
    return " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())


def read_mistakes(exercise: str) -> None:
    """Read the known mistakes of an exercise once, so that no process forked from this one need."""
    marks(exercise)
    for path in mistakes(exercise):
        remembers(path)


@functools.cache
def _program(mistake: Mistake) -> Program:
    return Program([mistake.read_text(encoding="utf-8") if isinstance(mistake, Path) else in_one(*mistake)])


@functools.cache
def remembers(mistake: Mistake) -> bool:
    """Whether something in a mistake may outlive a call: a global, a default, an attribute of the class or of an object."""
    nodes = [inner for statement in _program(mistake).statements for inner in ast.walk(statement.node)]
    kept = [one for node in nodes if isinstance(node, ast.ClassDef) for one in node.body if isinstance(one, ast.Assign)]
    kept += [statement.node for statement in _program(mistake).statements if isinstance(statement.node, ast.Assign)]
    values = [one.value for one in kept]
    values += [
        value for node in nodes if isinstance(node, ast.arguments) for value in [*node.defaults, *node.kw_defaults]
    ]
    mutable = ast.List | ast.Dict | ast.Set | ast.Call | ast.ListComp | ast.DictComp
    if any(isinstance(one, mutable) for one in values) or any(isinstance(node, ast.Global) for node in nodes):
        return True
    return any(isinstance(node, ast.ClassDef) and _objects_change(node) for node in nodes)


def _objects_change(node: ast.ClassDef) -> bool:
    """Whether methods write to the object: not when it is made, and other than the `weights` that attention keeps."""
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef) and one.name != "__init__"]
    for inner in (inner for method in methods for inner in ast.walk(method)):
        target = inner.value if isinstance(inner, ast.Subscript) else inner
        writes = isinstance(getattr(inner, "ctx", None), ast.Store)
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and inner.func.attr in CHANGE:
            target, writes = inner.func.value, True
        if writes and isinstance(target, ast.Attribute) and target.attr != "weights":
            return True
    return False


def with_mistake(mistake: Mistake, exercise: str, runs: list[Run], seed: int) -> Iterator[Run]:
    """The same checks with this mistake, each when it is asked for."""
    namespace, found = None, {} if remembers(mistake) else None
    for run in runs:
        name = run.result.name
        if is_known(mistake, name, seed):
            yield _known[mistake, name, seed]
            continue
        namespace = namespace or load(_program(mistake), exercise)
        own = _run(namespace, exercise, name, seed, found)
        if not remembers(mistake):
            _keep((mistake, name, seed), own)
        yield own


def behaves_so(mistake: Mistake, exercise: str, runs: list[Run], seed: int) -> bool:
    """Whether every check gives the same with this mistake, asked until one does not: what costs least first."""
    asked = [run for run in runs if run.result.status != NOT_RUN]  # for want of another check, which is compared
    if not remembers(mistake):  # there their own order matters
        asked.sort(
            key=lambda run: (not is_known(mistake, run.result.name, seed), run.result.status == PASSED, run.seconds)
        )
    return all(same_run(theirs, own) for theirs, own in zip(asked, with_mistake(mistake, exercise, asked, seed)))


def is_known(mistake: Mistake, check: str, seed: int) -> bool:
    """Whether what a check finds in a mistake costs nothing more."""
    return (mistake, check, seed) in _known


_known: dict[tuple[Mistake, str, int], Run] = {}
"""Checks with known mistakes, by the seed of the inputs: of use when many answers are judged on the same ones."""


def _keep(key: tuple[Mistake, str, int], run: Run) -> None:
    _known[key] = replace(run, record=_lean(run.record))
    if len(_known) > KEPT:
        del _known[next(iter(_known))]  # the oldest


def _run(namespace: dict[str, object], exercise: str, check: str, seed: int, found: dict | None) -> Run:
    worth = {one.name: (one, points) for one, points in shares(exercise)}
    return run_check(*worth[check], Student(exercise, namespace, refused(exercise), found=found), seed)


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
