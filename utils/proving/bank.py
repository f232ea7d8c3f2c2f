"""The bank's answers, judged in this process without a fork: trusted code, loaded anew for every verdict."""

import _thread
import contextlib
import io
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from utils.checking.clock import kept_waiting
from utils.checking.diagnosis import diagnose
from utils.checking.judge import CannotLoad, Run, judge, load
from utils.checking.program import Program
from utils.checking.verdict import ERROR, PASSED
from utils.errors import CourseError
from utils.lesson import Exercise, exercise, exercises
from utils.paths import BANK

LIMIT = 10.0
"""Seconds after which an answer counts as refused, as in `client`."""


@dataclass(frozen=True)
class Verdict:
    """What came of one answer; `runs` end at the first check that does not hold unless all were asked for."""

    passed: bool
    runs: list[Run]
    reason: str = ""

    @property
    def broken(self) -> bool:
        """Whether a check of the course itself failed."""
        return any(run.result.status == ERROR for run in self.runs)


def chosen(names: list[str]) -> list[Exercise]:
    """The exercises of these names, or those whose lesson begins with one (`02`); all when none is given."""
    found: list[Exercise] = []
    for name in names:
        of_lesson = [one for one in exercises().values() if name.isdigit() and one.lesson.startswith(name)]
        found += of_lesson or [exercise(name)]
    return found or list(exercises().values())


def entries(kind: str, name: str) -> list[Path]:
    """The files of one exercise's `right` or `wrong` answers."""
    return sorted((BANK / kind / name).glob("*.py"))


def verdict(program: Program, name: str, seed: int, *, to_the_end: bool = False) -> Verdict:
    """Judge an answer; what takes too long is refused."""
    runs: list[Run] = []
    try:
        with _at_most(LIMIT), contextlib.redirect_stdout(io.StringIO()):
            for run in judge(load(program, name), name, seed):
                runs.append(run)
                if run.result.status != PASSED and not to_the_end:
                    return Verdict(False, runs, run.result.message)
    except CannotLoad as reason:
        return Verdict(False, runs, reason.message)
    except TimeoutError:
        return Verdict(False, runs, f"it did not finish in {LIMIT:g} seconds")
    return Verdict(all(run.result.status == PASSED for run in runs), runs)


def name_mistake(program: Program, one: Verdict, name: str, seed: int) -> tuple[str, str] | None:
    """The known mistakes, and their sentences, that explain a verdict on all checks of an answer."""
    return diagnose(name, one.runs, seed, lambda other: verdict(program, name, other, to_the_end=True).runs)


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupt what runs inside after so many seconds, again and again: a check that is interrupted does not hold.

    Time that it waits for a processor does not count. Libraries leave handlers of their own behind, so here an interrupt gets Python's.
    """
    done, late = threading.Event(), threading.Event()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    waits = kept_waiting(os.getpid())

    def clock() -> float:
        return time.monotonic() - waits()

    def watch(end: float) -> None:
        while not done.wait(max(0.1, end - clock())):
            if clock() > end:
                late.set()
                _thread.interrupt_main()
                end += seconds

    threading.Thread(target=watch, args=(clock() + seconds,), daemon=True).start()
    try:
        yield
    except KeyboardInterrupt:
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        done.set()
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def needs_some(name: str) -> None:
    """Raise CourseError where the bank has nothing on an exercise."""
    if not entries("wrong", name) or not entries("right", name):
        raise CourseError(f"The bank has no right and wrong answers to {name}: there is nothing to prove.")
