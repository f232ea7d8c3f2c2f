"""What the learner has passed: every `check` is a row of a small SQLite file, never a part of a notebook."""

import contextlib
import html
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from utils.checking.verdict import PASSED, ExerciseResult
from utils.lesson import Exercise, Lesson, lessons
from utils.paths import home


@dataclass(frozen=True)
class Standing:
    """The best that was reached in one exercise, and in how many attempts."""

    points: float = 0.0
    attempts: int = 0
    passed: bool = False


def record(result: ExerciseResult) -> None:
    """Add one attempt; a disk that cannot be written to costs the record, never the check."""
    try:
        with _database() as database:
            database.execute(
                "insert into attempts values (datetime(), ?, ?, ?, ?, ?)",
                (result.exercise, result.status, result.points, result.max_points, result.misconception),
            )
    except (sqlite3.Error, OSError) as error:
        print(f"Your progress could not be saved in {home()}: {error}")


def standings() -> dict[str, Standing]:
    """The standing of every exercise that was ever checked."""
    if not (home() / "progress.db").exists():
        return {}
    with _database() as database:
        rows = database.execute(
            "select exercise, max(points), count(*), max(status = ?) from attempts group by exercise", (PASSED,)
        )
        return {name: Standing(points, attempts, bool(passed)) for name, points, attempts, passed in rows}


def next_lesson() -> Lesson:
    """The first lesson that has an exercise to do, or the last one."""
    done = standings()
    return next((one for one in lessons() if any(not _passed(done, ex) for ex in one.exercises)), lessons()[-1])


class Progress:
    """All lessons and exercises with points and attempts; shows as a table in a notebook, as text elsewhere."""

    def __init__(self):
        self._standings = standings()

    def __repr__(self) -> str:
        lines = []
        for lesson in lessons():
            lines.append(self._heading(lesson))
            lines += [f"  {self._line(one)}" for one in lesson.exercises]
        return "\n".join([*lines, self._where()])

    def _repr_html_(self) -> str:
        blocks = []
        for lesson in lessons():
            lines = "".join(f"<div>{html.escape(self._line(one))}</div>" for one in lesson.exercises)
            opened = " open" if lesson == next_lesson() else ""
            blocks.append(
                f'<details{opened} style="margin:2px 0"><summary>{html.escape(self._heading(lesson))}</summary>'
                f'<div style="margin-left:1.4em">{lines}</div></details>'
            )
        return f'<div style="color:inherit">{"".join(blocks)}<div>{html.escape(self._where())}</div></div>'

    def _heading(self, lesson: Lesson) -> str:
        points = sum(self._standings.get(one.name, Standing()).points for one in lesson.exercises)
        passed = sum(_passed(self._standings, one) for one in lesson.exercises)
        most = sum(one.points for one in lesson.exercises)
        return f"{lesson.title}: {passed} of {len(lesson.exercises)} exercises, {points:.3g} of {most:g} points"

    def _line(self, exercise: Exercise) -> str:
        standing = self._standings.get(exercise.name, Standing())
        mark = "✓" if standing.passed else "·"
        tries = {0: "not tried yet", 1: "1 attempt"}.get(standing.attempts, f"{standing.attempts} attempts")
        return f"{mark} {exercise.name}: {standing.points:.3g} of {exercise.points:g}, {tries}"

    def _where(self) -> str:
        waiting = [one.name for one in next_lesson().exercises if not _passed(self._standings, one)]
        return f"Go on with {next_lesson().title}: {waiting[0]}." if waiting else "You have passed every exercise."


def _passed(done: dict[str, Standing], exercise: Exercise) -> bool:
    return done.get(exercise.name, Standing()).passed


@contextlib.contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    home().mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(home() / "progress.db", timeout=10)) as database, database:
        database.execute(
            "create table if not exists attempts (at text, exercise text, status text, points real, max_points real,"
            " misconception text)"
        )
        yield database
