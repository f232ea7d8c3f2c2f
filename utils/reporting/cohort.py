"""What a class handed in for one lesson, judged: the one record that the page and every table are made of."""

from dataclasses import dataclass, field

from utils.checking.verdict import NOT_RUN, PASSED, UNFILLED, ExerciseResult
from utils.lesson import Lesson


@dataclass(frozen=True)
class Person:
    """What the gradebook knows of a student; `mark` is None until nbgrader has graded the lesson."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""
    mark: float | None = None
    """Points after manual grading and late penalty."""
    penalty: float = 0.0


@dataclass
class Submission:
    """One student's verdicts by exercise, or the sentence in `problem` that says why there are none."""

    student: str
    results: dict[str, ExerciseResult] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    """The source text of each exercise's definition, where the notebook is at hand."""
    attempts: dict[str, int] = field(default_factory=dict)
    """How often each exercise was judged with an answer filled in."""
    times: int = 1
    """How often the file was judged."""
    problem: str = ""

    @property
    def points(self) -> float:
        return sum(one.points for one in self.results.values())

    def passed(self, exercise: str) -> bool:
        return exercise in self.results and self.results[exercise].status == PASSED

    def tried(self, exercise: str) -> bool:
        return exercise in self.results and tried(self.results[exercise])


@dataclass
class Cohort:
    """A class and one lesson."""

    lesson: Lesson
    submissions: dict[str, Submission] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    """Students in the gradebook, whether they handed in or not; empty when there is none."""
    unlisted: list[str] = field(default_factory=list)
    """Those of a class's folder, handed in or in the gradebook, who are not in its students.csv."""

    @property
    def judged(self) -> list[Submission]:
        return [one for one in self.submissions.values() if not one.problem]

    @property
    def missing(self) -> list[str]:
        """Students in the gradebook who handed in nothing."""
        return [name for name in self.people if name not in self.submissions]

    @property
    def max_points(self) -> float:
        return sum(one.points for one in self.lesson.exercises)

    @property
    def attempts_known(self) -> bool:
        return any(one.times > 1 for one in self.judged)

    def mark(self, student: str) -> float | None:
        """The gradebook's mark where there is one, else the judged points; None when there is neither."""
        mark = self.people.get(student, Person()).mark
        if mark is not None:
            return mark
        submission = self.submissions.get(student)
        return submission.points if submission and not submission.problem else None

    def hand_in(self, submission: Submission) -> None:
        """Add a submission; of several by one student the last verdict on each exercise counts.

        One that could not be judged takes nothing from what came before it.
        """
        earlier = self.submissions.get(submission.student)
        if earlier and not submission.problem:
            submission.results = {**earlier.results, **submission.results}
            submission.answers = {**earlier.answers, **submission.answers}
            submission.times += earlier.times
            for name, count in earlier.attempts.items():
                submission.attempts[name] = submission.attempts.get(name, 0) + count
        if not earlier or not submission.problem:
            self.submissions[submission.student] = submission


def tried(result: ExerciseResult) -> bool:
    """Whether there was an answer to judge: the stub was filled in."""
    return result.status != NOT_RUN and result.message != UNFILLED
