"""Find the checks: the `test_…` functions in tests/checks, each marked `@about(exercise)`."""

import functools
import importlib.util
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from utils.checking import guard
from utils.lesson import exercises, lessons
from utils.paths import CHECKS

BUILT_BY_HAND = 5
"""In lessons 00 to 04 torch's attention layers are refused; from lesson 05 on any torch layer may be used."""


@dataclass(frozen=True)
class Check:
    """One true sentence about an exercise's answer, and the function that finds out."""

    name: str
    exercise: str
    function: Callable
    weight: float
    needs: str | None

    @property
    def sentence(self) -> str:
        return self._paragraphs[0]

    @property
    def advice(self) -> str:
        """What to try when it does not hold: the rest of the docstring."""
        return " ".join(self._paragraphs[1:])

    @property
    def _paragraphs(self) -> list[str]:
        return [" ".join(part.split()) for part in inspect.cleandoc(self.function.__doc__).split("\n\n")]


def about(exercise: str, *, weight: float = 1, needs: str | None = None) -> Callable[[Callable], Callable]:
    """Mark a function as a check of `exercise`.

    `weight` is its share of the exercise's points; it is not run unless the check named `needs` holds.
    """

    def mark(function: Callable) -> Callable:
        function.check = Check(function.__name__, exercise, function, weight, needs)
        return function

    return mark


def checks_of(exercise: str) -> list[Check]:
    """The checks of one exercise, in the order in which they are written."""
    return _checks().get(exercise, [])


def refused(exercise: str) -> tuple[str, ...]:
    """Parts of the names of torch functions that an answer must not call."""
    lesson = exercises()[exercise].lesson
    module = _module(lesson)
    attention = guard.ATTENTION if int(lesson[:2]) < BUILT_BY_HAND else ()
    if exercise in getattr(module, "COUNTS", ()):  # what it counts may well be torch's own layer
        attention = ()
    return attention + getattr(module, "REFUSED", {}).get(exercise, ())


def trains(exercise: str) -> bool:
    """Whether the checks of its lesson let an optimizer step or count operations, for which torch loads its compiler (`late`)."""
    return getattr(_module(exercises()[exercise].lesson), "TRAINS", False)


@functools.cache
def _checks() -> dict[str, list[Check]]:
    found: dict[str, list[Check]] = {}
    for lesson in lessons():
        for value in vars(_module(lesson.name)).values():
            if isinstance(check := getattr(value, "check", None), Check):
                found.setdefault(check.exercise, []).append(check)
    return found


@functools.cache
def _module(lesson: str) -> ModuleType:
    path = CHECKS / f"test_{lesson}.py"
    spec = importlib.util.spec_from_file_location(f"checks_{lesson}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
