"""What the verdicts of a class say: how hard each check is, how well it tells students apart, who needs help."""

import re
import statistics
from collections import Counter
from dataclasses import dataclass

from utils.checking.verdict import PASSED, CheckResult, ExerciseResult
from utils.reporting.cohort import Cohort, Submission

ENOUGH = 10
"""Students; with fewer the discrimination of a check is noise and is not given."""
STUCK = 5
"""Attempts at one exercise without passing it."""
BROKE_OFF = (
    "Your code raised",
    "Your code did not finish",
    "Your code crashed",
    "Your code ended",
    "Your code stopped",
)
"""How messages begin of checks that came to no result."""
BINS = 10
EXAMPLES = 3


@dataclass(frozen=True)
class CheckStatistics:
    """One check over the class: `held` of `of` answers; both indices as described on the page."""

    exercise: str
    name: str
    sentence: str
    held: int
    of: int
    discrimination: float | None

    @property
    def difficulty(self) -> float:
        """The share of students whose answer holds it: 1 is easy, 0 hard."""
        return self.held / self.of


@dataclass(frozen=True)
class ExerciseStatistics:
    """One exercise over the class; `attempts` is the median of those who tried, None where it is not known."""

    name: str
    max_points: float
    tried: int
    passed: int
    of: int
    mean_points: float
    attempts: float | None


@dataclass(frozen=True)
class Mistake:
    """A named misconception, or (no `name`) the first check that failed without one, and what came in place of a result."""

    exercise: str
    name: str
    sentence: str
    came: str
    students: list[str]


@dataclass(frozen=True)
class InNeed:
    """A student to talk to, and why."""

    student: str
    reason: str
    where: str


def histogram(cohort: Cohort) -> list[tuple[str, int]]:
    """How many marks fall into each tenth of the points, full marks in the last."""
    marks = [mark for name in cohort.submissions if (mark := cohort.mark(name)) is not None]
    most = cohort.max_points
    bins = Counter(min(int(BINS * mark / most), BINS - 1) for mark in marks)
    return [(f"{most * i / BINS:g} to {most * (i + 1) / BINS:g}", bins[i]) for i in range(BINS)]


def exercise_statistics(cohort: Cohort) -> list[ExerciseStatistics]:
    judged = cohort.judged
    found = []
    for exercise in cohort.lesson.exercises:
        name = exercise.name
        attempts = [one.attempts[name] for one in judged if name in one.attempts]
        points = [one.results[name].points if name in one.results else 0.0 for one in judged]
        found.append(
            ExerciseStatistics(
                name,
                exercise.points,
                sum(one.tried(name) for one in judged),
                sum(one.passed(name) for one in judged),
                len(judged),
                statistics.fmean(points or [0.0]),
                statistics.median(attempts) if attempts and cohort.attempts_known else None,
            )
        )
    return found


def check_statistics(cohort: Cohort) -> list[CheckStatistics]:
    """Every check that was seen, in order; a check that was not run does not hold."""
    judged = cohort.judged
    sentences: dict[tuple[str, str], str] = {}
    for exercise in cohort.lesson.exercises:
        for submission in judged:
            if exercise.name in submission.results:
                for check in submission.results[exercise.name].checks:
                    sentences.setdefault((exercise.name, check.name), check.sentence)
    earned = [_points_by_check(one) for one in judged]
    found = []
    for (exercise, name), sentence in sentences.items():
        key = (exercise, name)
        holds = [float(points.get(key, (False, 0.0))[0]) for points in earned]
        rest = [one.points - points.get(key, (False, 0.0))[1] for one, points in zip(judged, earned)]
        found.append(CheckStatistics(*key, sentence, int(sum(holds)), len(judged), point_biserial(holds, rest)))
    return found


def point_biserial(holds: list[float], rest: list[float]) -> float | None:
    """Pearson's correlation of a check (1 holds, 0 not) with the rest of the points; None where there is none to give.

    Equal to (M1 - M0) / s * sqrt(p (1 - p)): M1 and M0 are the mean rest of those for whom it holds and for whom not, s
    the standard deviation of the rest over all (divided by n), p the share for whom it holds.
    """
    if len(holds) < ENOUGH or len(set(holds)) < 2 or len(set(rest)) < 2:
        return None
    return statistics.correlation(holds, rest)


def mistakes(cohort: Cohort) -> list[Mistake]:
    """What went wrong, most frequent first: by the mistake's name where it is known, else by the first check that failed.

    An error or a time-out goes before a result that is another one than was expected.
    """
    students: dict[tuple[str, str, str, str], list[str]] = {}
    for submission in cohort.judged:
        for name, result in submission.results.items():
            if result.status == PASSED or not submission.tried(name):
                continue
            if result.misconception:
                key = (name, result.misconception, result.message, "")
            elif problem := _telling(result):
                key = (name, "", problem.sentence, "" if problem.expected else _without_line(problem.message))
            else:
                key = (name, "", result.message, "")
            students.setdefault(key, []).append(submission.student)
    found = [Mistake(*key, names) for key, names in students.items()]
    return sorted(found, key=lambda one: (-len(one.students), one.exercise, one.name, one.sentence, one.came))


def _telling(result: ExerciseResult) -> CheckResult | None:
    """The check to show of an answer; None when one message speaks for all that fail."""
    broke_off = (one for one in result.checks if one.message.startswith(BROKE_OFF))
    return result.first_problem and next(broke_off, result.first_problem)


def _without_line(message: str) -> str:
    """Without the line of the answer that a message quotes: the same error elsewhere is the same mistake."""
    return re.sub(r" \(line \d+: .*\)", "", message)


def in_need(cohort: Cohort) -> list[InNeed]:
    """Students below half of the points, stuck at an exercise or without a readable submission, the lowest mark first."""
    found = []
    for submission in cohort.submissions.values():
        mark = cohort.mark(submission.student)
        if submission.problem:
            found.append((-1.0, InNeed(submission.student, "could not be judged", submission.problem)))
        elif mark is not None and mark < cohort.max_points / 2:
            reason = f"{mark:.3g} of {cohort.max_points:g} points"
            found.append((mark, InNeed(submission.student, reason, _where(cohort, submission))))
        elif stuck := [
            name for name, count in submission.attempts.items() if count >= STUCK and not submission.passed(name)
        ]:
            reason = f"{submission.attempts[stuck[0]]} attempts at one exercise"
            found.append((cohort.max_points, InNeed(submission.student, reason, stuck[0])))
    found += [(-2.0, InNeed(name, "handed in nothing", "")) for name in cohort.missing]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].student))]


def _where(cohort: Cohort, submission: Submission) -> str:
    """The first exercise that is not passed, and what is known of it."""
    for exercise in cohort.lesson.exercises:
        if not submission.passed(exercise.name):
            if not submission.tried(exercise.name):
                return f"{exercise.name}: not tried"
            result = submission.results[exercise.name]
            return f"{exercise.name}: {result.misconception or 'not yet'}"
    return ""


def _points_by_check(submission: Submission) -> dict[tuple[str, str], tuple[bool, float]]:
    return {
        (name, check.name): (check.status == PASSED, check.points)
        for name, result in submission.results.items()
        for check in result.checks
    }
