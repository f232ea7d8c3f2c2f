"""Judge one exercise of one submission, inside the process that runs the answer.

Everything else that the answer uses is the correct version, so one mistake costs one exercise.
"""

import contextlib
import random
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import torch

from utils.checking.checks import Check, checks_of, refused
from utils.checking.expect import Failed, fail
from utils.checking.program import COMPANIONS, Program, run
from utils.checking.reference import import_statements, imported, reference
from utils.checking.student import AnswerRaised, Student, line_of
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, UNFILLED, CheckResult
from utils.lesson import exercises


class CannotLoad(Exception):
    """The submission does not give this answer; the text says why."""

    def __init__(self, message: str, advice: str, status: str = NOT_YET):
        super().__init__(message)
        self.message, self.advice, self.status = message, advice, status


@dataclass(frozen=True)
class Run:
    """One check's result and everything the answer returned on the way."""

    result: CheckResult
    record: list = field(repr=False)
    seconds: float = 0.0
    """Of this process's CPU: whatever else the machine does, the same search for its mistakes is affordable."""


def load(program: Program, exercise: str, own: Iterable[str] = ()) -> dict[str, object]:
    """The namespace in which the submission's answer is defined; raises CannotLoad.

    Other exercises are the course's there, but for those named in `own`, which are the submission's.
    """
    lesson = exercises()[exercise].lesson
    imports = frozenset().union(*(one.binds for one in import_statements(lesson)))
    given = program.given(imports | reference().keys(), exercises(), own)
    statements = definition(program, exercise, given)
    needs = set(COMPANIONS.get(exercise, ())).union(*(one.needs for one in program.needed(exercise, given)))
    offered = {**imported(lesson, needs), **reference()}
    return define(exercise, statements, {name: offered[name] for name in needs & given - {exercise}})


def definition(program: Program, exercise: str, given: Iterable[str]) -> list[tuple[int, str]]:
    """The statements that define the answer, resting on what is `given`; raises CannotLoad."""
    if not program.defines(exercise):
        if broken := program.broken_definition(exercise):
            raise CannotLoad(
                f"The cell that defines {exercise} is not valid Python: {broken.error.msg} ({line_of(broken.error)}).",
                "Look at that line and at the one before it: a bracket, colon, quote or indent.",
            )
        raise CannotLoad(
            f"{exercise} is not defined yet.",
            f"Run the cell that defines {exercise} first, then this one; its name must be exactly {exercise}.",
            NOT_RUN,
        )
    return program.texts(exercise, given)


def define(exercise: str, statements: Iterable[tuple[int, str]], given: Mapping[str, object]) -> dict[str, object]:
    """The namespace in which these statements define the answer; raises CannotLoad."""
    try:
        return run(statements, given)
    except Exception as error:
        raise CannotLoad(
            _raised(AnswerRaised(error, exercise), "The cell that defines it"), "Run that cell and read its error."
        ) from None


def own_helpers(program: Program, exercise: str) -> list[str]:
    """Other exercises' names that the answer uses and the submission defines: answers to those, or helpers of its own."""
    return own_names(program, exercise, exercises())


def own_names(program: Program, exercise: str, names: Iterable[str]) -> list[str]:
    """Which of these names, `exercise` aside, the answer rests on and the submission defines."""
    others = {name for name in names if name != exercise and program.definition(name)}
    return sorted(others & {name for one in program.needed(exercise) for name in one.needs | one.binds})


def shares(exercise: str) -> list[tuple[Check, float]]:
    """The exercise's checks, each with the points it is worth."""
    checks = checks_of(exercise)
    total = sum(check.weight for check in checks)
    return [(check, exercises()[exercise].points * check.weight / total) for check in checks]


def blank(check: Check, points: float, status: str, **more: str) -> CheckResult:
    return CheckResult(check.name, check.sentence, status, 0.0, points, **more)


def judge(
    namespace: Mapping[str, object],
    exercise: str,
    seed: int,
    starting: Callable[[str], None] = lambda name: None,
    skip: Iterable[str] = (),
) -> Iterator[Run]:
    """Run the exercise's checks that are not in `skip`, each verdict as soon as it is there.

    `starting(name)` is called before each, so that whoever waits knows which one hangs.
    """
    holds, found = set(skip), {}
    for check, points in shares(exercise):
        if check.name in skip:
            continue
        if check.needs and check.needs not in holds:
            needed = next(one for one in checks_of(exercise) if one.name == check.needs)
            yield Run(blank(check, points, NOT_RUN, message=f"needs: {needed.sentence}"), [])
            continue
        starting(check.name)
        run = run_check(check, points, Student(exercise, namespace, refused(exercise), found=found), seed)
        if run.result.status == PASSED:
            holds.add(check.name)
        yield run


def run_check(check: Check, points: float, student: Student, seed: int) -> Run:
    """Run one check on inputs drawn from `seed`."""
    start = time.process_time()
    try:
        with _clean_slate(seed):
            check.function(student)
            student.settle()
            _left_alone(student)
    except Failed as failed:
        result = blank(
            check,
            points,
            NOT_YET,
            message=failed.message,
            expected=failed.expected,
            got=failed.got,
            advice=check.advice,
        )
    except AnswerRaised as error:
        advice = "" if error.unfilled or error.refused else check.advice
        result = blank(check, points, NOT_YET, message=_raised(error, "Your code"), advice=advice)
    except (SystemExit, KeyboardInterrupt) as stop:
        result = blank(check, points, NOT_YET, message=f"Your code stopped the program ({type(stop).__name__}).")
    except Exception as error:
        result = _unforeseen(error, check, points, seed)
    else:
        result = CheckResult(check.name, check.sentence, PASSED, points, points)
    return Run(result, student._record, time.process_time() - start)


def _left_alone(student: Student) -> None:
    """No exercise of the course may change what it is given, whatever a check is about."""
    if student.changed_its_input:
        student.note("changes its input")
        fail(
            "Your code changes its input in place.", "the input as it was", "an input with other values after the call"
        )


def _unforeseen(error: Exception, check: Check, points: float, seed: int) -> CheckResult:
    """A check that stumbled: over what the answer returned, if it holds for the course's own; else by its own fault."""
    told = f"{type(error).__name__}: {error}"
    try:
        with _clean_slate(seed):
            check.function(Student(check.exercise, reference()))
    except Exception:
        return blank(check, points, ERROR, message=f"The course's own check failed ({told}).")
    message = f"What your code gave cannot be used ({told})."
    if "modified by an inplace operation" in told:
        message = "Your code changes a tensor in place (+=, mul_, …) that the gradient still needs: make a new one."
    return blank(check, points, NOT_YET, message=message, advice=check.advice)


@contextlib.contextmanager
def _clean_slate(seed: int):
    """Seeded generators, default dtype, gradients on, warnings silent, whatever an answer did before."""
    torch.default_generator.manual_seed(seed)  # torch.manual_seed keeps a traceback for each kind of accelerator
    random.seed(seed)
    torch.set_default_dtype(torch.float32)
    with warnings.catch_warnings(), torch.enable_grad():
        warnings.simplefilter("ignore")
        yield


def _raised(error: AnswerRaised, who: str) -> str:
    if error.unfilled:
        return UNFILLED
    if error.refused:
        return error.text
    where = f" ({error.line})" if error.line else ""
    return f"{who} raised {error.kind}: {error.text or 'no message'}{where}."
