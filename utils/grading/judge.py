"""The judge of grading: marks come from here, and no submission ever runs here.

The checks run in this process (`utils.grading.host`); the answer in a sandboxed child, to which only inputs go.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from utils.checking.checks import checks_of, refused
from utils.checking.diagnosis import diagnose
from utils.checking.judge import Run, blank, run_check, shares
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, CheckResult, ExerciseResult, not_run, summed
from utils.checking.worker import all_pass, why
from utils.grading.doctor import TRUST, advice
from utils.grading.nursery import Hatched, Nursery, best_nursery
from utils.grading.remote import Answer, CannotLoadThere, GraderFault, Lost, RemoteStudent
from utils.lesson import exercises


@dataclass
class Session:
    """One exercise of one submission: its checks so far, and the child in which the answer now is."""

    nursery: Nursery
    exercise: str
    cells: list[str]
    limit: float
    own: tuple[str, ...] = ()
    results: dict[str, CheckResult] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    cannot: tuple[str, str, str] | None = None
    own_helpers: list[str] = field(default_factory=list)
    printed: str = ""
    whole: bool = True
    """Whether no child was lost."""
    _answer: Answer | None = None
    _child: int = 0
    _used: float = 0.0

    def judge(self, seed: int) -> None:
        """Run every check on inputs drawn from `seed`, in a new child after each that is lost."""
        try:
            for check, points in shares(self.exercise):
                if check.needs and self.results[check.needs].status != PASSED:
                    needed = next(one for one in checks_of(self.exercise) if one.name == check.needs)
                    self._note(Run(blank(check, points, NOT_RUN, message=f"needs: {needed.sentence}"), []))
                elif self._left() <= 0:
                    self._note(Run(blank(check, points, NOT_RUN, message="the time limit was used up"), []))
                else:
                    self._note(self._run(check, points, seed))
                if self.cannot:
                    return
            if self._answer:
                self.printed = self._answer.printed()
        except Lost:
            self.printed = ""
        finally:
            self._end()

    def _note(self, run: Run) -> None:
        self.runs.append(run)
        self.results[run.result.name] = run.result

    def _run(self, check, points: float, seed: int) -> Run:
        loading = self._answer is None
        try:
            if loading:
                self._begin()
                loading = False
            self._answer.allow(self._patience())
            self._answer.begin()
            return run_check(check, points, RemoteStudent(self.exercise, self._answer), seed)
        except CannotLoadThere as reason:
            self.cannot = (reason.message, reason.advice, reason.status or NOT_YET)
            return Run(blank(check, points, NOT_YET), [])
        except Lost as lost:
            self.whole = False
            message, advice = self._why(lost)
            if loading:
                self.cannot = (message, advice, NOT_YET)
            return Run(blank(check, points, NOT_YET, message=message, advice=advice), [])

    def _begin(self) -> None:
        self._answer, self._child = self.nursery.child(self.exercise, self.limit)
        self._answer.allow(self._patience())
        self._answer.load(self.cells, refused(self.exercise), self.own)
        self.own_helpers = self._answer.own_helpers

    def _left(self) -> float:
        return self.limit - self._used - (self._answer.waited if self._answer else 0.0)

    def _patience(self) -> float:
        return max(0.1, min(self.limit / 2, self._left()))

    def _why(self, lost: Lost) -> tuple[str, str]:
        patience = self._patience()
        status = self._end()
        if lost.how == "malformed":
            return (
                f"Your code's process sent what is not an answer ({lost.detail}).",
                "Return tensors and plain data, and leave files, sockets and pipes alone that you did not open.",
            )
        return why(lost.how == "hung", status, patience)

    def _end(self) -> int:
        """The child's end, as waitpid tells it; 0 when there is none."""
        if self._answer is None:
            return 0
        answer, self._answer = self._answer, None
        self._used += answer.waited
        return self.nursery.end(answer, self._child)

    def result(self, known: tuple[str, str] | None = None) -> ExerciseResult:
        checks = [
            self.results.get(check.name) or blank(check, points, NOT_RUN) for check, points in shares(self.exercise)
        ]
        if self.cannot:
            message, advice, status = self.cannot
            blanks = [blank(check, points, NOT_RUN) for check, points in shares(self.exercise)]
            return not_run(summed(self.exercise, blanks), f"{message} {advice}", status)
        name, message = known or (None, "")
        return summed(self.exercise, checks, message, misconception=name, printed=self.printed)


def grade(request: dict[str, Any], nursery: Nursery) -> ExerciseResult:
    """The verdict on one exercise of a submission's cells; a GraderFault is an error, never a 0."""
    exercise, seed = request["exercise"], request["seed"]
    first = Session(nursery, exercise, request["cells"], request["limit"])
    first.judge(seed)
    if first.cannot or all_pass(first.runs) or not first.whole:
        return first.result()
    if first.own_helpers and (own := _with_own_helpers(request, nursery, first.own_helpers)):
        return own.result()

    def again(other: int) -> list[Run]:
        session = Session(nursery, exercise, request["cells"], request["limit"])
        session.judge(other)
        return session.runs

    return first.result(diagnose(exercise, first.runs, seed, again))


def _with_own_helpers(request: dict[str, Any], nursery: Nursery, names: Iterable[str]) -> Session | None:
    """The session with the submission's own versions of other exercises, if only they make it right."""
    session = Session(nursery, request["exercise"], request["cells"], request["limit"], (*names,))
    session.judge(request["seed"])
    return session if not session.cannot and all_pass(session.runs) else None


def faulty(exercise: str, reason: str) -> ExerciseResult:
    return ExerciseResult(exercise, ERROR, 0.0, exercises()[exercise].points, message=reason)


class Grader:
    """Grades requests; starts the warm process anew when that has failed."""

    def __init__(self, hatched: Hatched | None = None):
        self._hatched = hatched
        self.refusal = ""
        """Why nothing is graded here, if that is so."""
        self._nursery: Nursery | None = None

    def grade(self, request: dict[str, Any]) -> ExerciseResult:
        try:
            self.start()
            if self.refusal:
                return faulty(request["exercise"], self.refusal)
            return grade(request, self._nursery)
        except GraderFault as fault:
            self.close()
            return faulty(request["exercise"], f"Not graded, try again: {fault}.")
        except Exception as error:
            self.close()
            return faulty(request["exercise"], f"Not graded: the judge failed ({type(error).__name__}: {error}).")

    def start(self) -> None:
        if self._nursery is None:
            self._nursery, missing = best_nursery(self._hatched)
            self._hatched = None
            if missing and os.environ.get(TRUST) != "1":
                self.refusal = advice(missing)

    def close(self) -> None:
        if self._nursery:
            self._nursery.close()
            self._nursery = None
