"""What the judge says: records that go to the card, the terminal, the gradebook and `--json` alike."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

PASSED, NOT_YET, NOT_RUN, ERROR = "passed", "not yet", "not run", "error"
UNFILLED = "Not filled in yet: put your code in place of `raise NotImplementedError`."


@dataclass(frozen=True)
class CheckResult:
    """One check's verdict; `message` says what came instead, `advice` what to try."""

    name: str
    sentence: str
    status: str
    points: float
    max_points: float
    message: str = ""
    expected: str = ""
    got: str = ""
    advice: str = ""


@dataclass(frozen=True)
class ExerciseResult:
    """An exercise's verdict; `message` is the named mistake, or the first thing that went wrong."""

    exercise: str
    status: str
    points: float
    max_points: float
    misconception: str | None = None
    message: str = ""
    checks: list[CheckResult] = field(default_factory=list)
    printed: str = ""
    with_own: list[str] = field(default_factory=list)
    """The submission's own versions of other exercises, where the verdict rests on them."""

    @property
    def unfilled(self) -> bool:
        """Whether the stub is still as it was given."""
        return self.message == UNFILLED and not self.points

    @property
    def first_problem(self) -> CheckResult | None:
        """The check to show first; None when one message (not filled in, say) speaks for all that fail."""
        problems = [one for one in self.checks if one.status in (NOT_YET, ERROR)]
        if len(problems) > 1 and len({one.message for one in problems}) == 1 and not problems[0].expected:
            return None
        return problems[0] if problems else None


@dataclass(frozen=True)
class FileResult:
    """All that was asked about one file."""

    file: str
    points: float
    max_points: float
    exercises: list[ExerciseResult]
    error: str = ""

    @property
    def passed(self) -> bool:
        """Whether everything that counts holds; exercises that the file lacks count only when asked for."""
        return not self.error and 0 < self.max_points <= self.points

    def as_json(self) -> dict[str, Any]:
        record = asdict(self)
        if not self.error:
            del record["error"]
        return record


def exercise_result(record: dict[str, Any]) -> ExerciseResult:
    """The ExerciseResult that was written as JSON."""
    return ExerciseResult(**{**record, "checks": [CheckResult(**check) for check in record["checks"]]})


def summed(exercise: str, checks: list[CheckResult], message: str = "", **more: Any) -> ExerciseResult:
    """An exercise's verdict from those of its checks."""
    first = next((one for one in checks if one.status in (NOT_YET, ERROR)), None)
    if all(one.status == PASSED for one in checks):
        status = PASSED
    else:
        status = ERROR if first and first.status == ERROR else NOT_YET
    return ExerciseResult(
        exercise,
        status,
        round(sum(one.points for one in checks), 4),
        round(sum(one.max_points for one in checks), 4),
        message=message or (_told(first) if first else ""),
        checks=checks,
        **more,
    )


def _told(problem: CheckResult) -> str:
    """What a check found, in one line: the property that fails, with an example where there is one."""
    if not problem.expected:
        return problem.message
    end = "" if problem.message.endswith("?") else ":"
    example = f"{problem.message.rstrip('.')}{end} expected {problem.expected}, got {problem.got}."
    return f"This does not hold: {problem.sentence} {example}"


def not_run(result: ExerciseResult, message: str, status: str = NOT_RUN) -> ExerciseResult:
    """The same exercise with no points and this message."""
    return replace(result, status=status, points=0.0, message=message)
