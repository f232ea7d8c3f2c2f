"""Name the mistake: find the known wrong answer that behaves exactly as the learner's.

The bank holds wrong answers, `tests/bank/wrong/<exercise>/<mistake>.py`, each with the sentence that explains it. On
the same fresh inputs we run the same checks with each of them. When the same checks fail and every value that came
out is the same, the mistake is known; when several entries fit, or none, we say nothing.
"""

import ast
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from utils.checking.checks import refused
from utils.checking.expect import Foreign
from utils.checking.judge import Run, judge, load, run_check, shares
from utils.checking.program import Program
from utils.checking.student import Handle, Student
from utils.checking.verdict import NOT_YET
from utils.paths import BANK


def diagnose(
    exercise: str, runs: list[Run], seed: int, student_of: Callable[..., Student] = Student
) -> tuple[str, str] | None:
    """The name and the sentence of the one known mistake that explains these runs, if there is exactly one.

    `student_of` is how the known wrong answers run: as the answer did.
    """
    found = [
        (path.stem, sentence(path))
        for path in mistakes(exercise)
        if _behaves_so(path, exercise, runs, seed, student_of)
    ]
    return found[0] if len(found) == 1 else None


def mistakes(exercise: str) -> list[Path]:
    return sorted((BANK / "wrong" / exercise).glob("*.py"))


def sentence(path: Path) -> str:
    """The docstring of a bank entry: what the learner is told."""
    return " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())


def _behaves_so(path: Path, exercise: str, runs: list[Run], seed: int, student_of: Callable[..., Student]) -> bool:
    program = Program([path.read_text(encoding="utf-8")])
    namespace = load(program, exercise)
    shown = next((run for run in runs if run.result.status == NOT_YET), runs[0])
    for run in (runs[0], shown):  # most entries differ in the first check or where the mistake shows: look there first
        check, points = next(one for one in shares(exercise) if one[0].name == run.result.name)
        if not _alike(run, run_check(check, points, student_of(exercise, namespace, refused(exercise)), seed)):
            return False
    known_runs = judge(namespace, exercise, seed, student_of=student_of)
    return all(_alike(theirs, known) for theirs, known in zip(runs, known_runs, strict=True))  # to the first difference


def _alike(theirs: Run, known: Run) -> bool:
    return theirs.result.status == known.result.status and same(theirs.record, known.record)


def same(one: object, other: object) -> bool:
    """Whether two recorded values are the same as far as an observer can tell."""
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
    if one.requires_grad != other.requires_grad:
        return False
    one, other = one.detach().double(), other.detach().double()
    return torch.allclose(one, other, rtol=1e-4, atol=1e-6, equal_nan=True)
