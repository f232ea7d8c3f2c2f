"""The judge of grading: marks come from here, and no submission ever runs here.

The checks run in this process (`utils.grading.host`); the answer in a sandboxed child, to which only inputs go.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from utils.checking.checks import checks_of, refused
from utils.checking.diagnosis import diagnose
from utils.checking.judge import CannotLoad, Run, blank, run_check, shares
from utils.checking.program import COMPANIONS, Program
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, CheckResult, ExerciseResult, not_run, summed
from utils.checking.worker import all_pass, serves_better, why
from utils.grading.doctor import TRUST, advice
from utils.grading.faults import GraderFault, Lost
from utils.grading.nursery import Hatched, Nursery, best_nursery
from utils.grading.remote import Answer
from utils.grading.remote_student import RemoteStudent
from utils.grading.seeds import Seeds
from utils.lesson import exercises


@dataclass
class Session:
    """One exercise of one submission: its checks so far, and the child in which the answer now is."""

    nursery: Nursery
    exercise: str
    program: Program
    limit: float
    own: tuple[str, ...] = ()
    all_or_nothing: bool = False
    """Whether a check that does not hold makes the others needless."""
    doubted: frozenset[str] = frozenset()
    """Checks that are run first, because they are the likeliest not to hold."""
    results: dict[str, CheckResult] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    found: dict = field(default_factory=dict)
    """What checks leave to those that come after them."""
    cannot: tuple[str, str, str] | None = None
    own_helpers: list[str] = field(default_factory=list)
    printed: str = ""
    whole: bool = True
    """Whether no child was lost."""
    _answer: Answer | None = None
    _child: int = 0
    _used: float = 0.0
    _allowed: float = 0.0
    """Seconds that the check which runs was given."""

    def judge(self, seed: int) -> None:
        """Run every check on inputs drawn from `seed`, in a new child after each that is lost."""
        try:
            for check, points in sorted(shares(self.exercise), key=lambda one: one[0].name not in self.doubted):
                if check.needs and self.results[check.needs].status != PASSED:
                    needed = next(one for one in checks_of(self.exercise) if one.name == check.needs)
                    self._note(Run(blank(check, points, NOT_RUN, message=f"needs: {needed.sentence}"), []))
                elif self._left() <= 0:
                    self._note(Run(blank(check, points, NOT_RUN, message="the time limit was used up"), []))
                else:
                    self._note(self._run(check, points, seed))
                if self.cannot or (self.all_or_nothing and not self.all_pass):
                    return
            if self._answer:
                self.printed = self._answer.printed()
        except Lost:
            self.printed, self.whole = "", False
        finally:
            self._end()

    @property
    def all_pass(self) -> bool:
        return not self.cannot and all_pass(self.runs)

    def _note(self, run: Run) -> None:
        self.runs.append(run)
        self.results[run.result.name] = run.result

    def _run(self, check, points: float, seed: int) -> Run:
        loading = self._answer is None
        try:
            if loading:
                self._begin()
                loading = False
            self._allow()
            self._answer.begin()
            return run_check(check, points, RemoteStudent(self.exercise, self._answer, found=self.found), seed)
        except CannotLoad as reason:
            self.cannot = (reason.message, reason.advice, reason.status)
            return Run(blank(check, points, NOT_YET), [])
        except Lost as lost:
            self.whole = False
            message, advice = self._why(lost)
            if loading:
                self.cannot = (message, advice, NOT_YET)
            return Run(blank(check, points, NOT_YET, message=message, advice=advice), [])

    def _begin(self) -> None:
        self._answer, self._child = self.nursery.child(self.exercise, self.limit)
        self._allow()
        self._answer.load(self.program, refused(self.exercise), self.own)
        self.own_helpers = self._answer.own_helpers

    def _left(self) -> float:
        return self.limit - self._used - (self._answer.waited if self._answer else 0.0)

    def _patience(self) -> float:
        return max(0.1, min(self.limit / 2, self._left()))

    def _allow(self) -> None:
        self._allowed = self._patience()
        self._answer.allow(self._allowed)

    def _why(self, lost: Lost) -> tuple[str, str]:
        self._answer.allow(0.0)  # what it had to wait for a processor is not its own time
        status = self._end()
        if lost.how == "malformed":
            return (
                f"Your code's process sent what is not an answer ({lost.detail}).",
                "Return tensors and plain data, and leave files, sockets and pipes alone that you did not open.",
            )
        return why(lost.how == "hung", status, self._allowed)

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
        more = {"misconception": name, "printed": self.printed, "with_own": [*self.own]}
        return summed(self.exercise, checks, message, **more)


def grade(request: dict[str, Any], nursery: Nursery) -> ExerciseResult:
    """The verdict on one exercise of a submission's cells; a GraderFault is an error, never a 0."""
    exercise, seed, limit = request["exercise"], request["seed"], request["limit"]
    program = Program(request["cells"])
    first = Session(nursery, exercise, program, limit)
    first.judge(seed)
    if first.cannot or first.all_pass or not first.whole:
        return first.result()
    if first.own_helpers and (own := _with_own_helpers(first, seed)):
        return own.result()

    def again(other: int) -> list[Run]:
        session = Session(nursery, exercise, program, limit)
        session.judge(other)
        return session.runs

    return first.result(diagnose(exercise, first.runs, seed, again))


def _with_own_helpers(first: Session, seed: int) -> Session | None:
    """The session with the submission's own versions of other exercises, if that is the verdict."""
    failed = {name for name, one in first.results.items() if one.status != PASSED}
    needed = {check.needs for check in checks_of(first.exercise) if check.name in failed}
    session = Session(
        first.nursery,
        first.exercise,
        first.program,
        first.limit,
        own=(*first.own_helpers,),
        all_or_nothing=first.exercise not in COMPANIONS,
        doubted=frozenset(failed | needed),
    )
    session.judge(seed)
    return session if not session.cannot and serves_better(first.exercise, session.runs, first.runs) else None


def faulty(exercise: str, reason: str) -> ExerciseResult:
    return ExerciseResult(exercise, ERROR, 0.0, exercises()[exercise].points, message=reason)


class Grader:
    """Grades requests; starts the warm process anew when that has failed."""

    def __init__(self, hatched: Hatched | None = None):
        self._hatched = hatched
        self.refusal = ""
        """Why nothing is graded here, if that is so."""
        self._nursery: Nursery | None = None
        self._seeds = Seeds()

    def grade_all(self, request: dict[str, Any], names: list[str]) -> Iterator[ExerciseResult]:
        """The verdicts on these exercises of one submission."""
        for name in names:
            seed = request.get("seed", self._seeds.of(name))
            yield self._grade({**request, "exercise": name, "seed": seed})

    def _grade(self, request: dict[str, Any]) -> ExerciseResult:
        try:
            self.start()
            if self.refusal:
                return faulty(request["exercise"], self.refusal)
            return grade(request, self._nursery)
        except GraderFault as fault:
            self.close()
            return faulty(request["exercise"], f"The judge failed, try again: {fault}.")
        except Exception as error:
            self.close()
            return faulty(request["exercise"], f"The judge failed ({type(error).__name__}: {error}).")

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
