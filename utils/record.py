"""What the learner has done: every check and every hint is a row of a small SQLite file, never a part of a notebook.

SQLite writes a row whole or not at all, so a crash or a power cut costs at most the last one.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from utils.checking.verdict import NOT_YET, PASSED, ExerciseResult
from utils.errors import CourseError
from utils.paths import home

FORMAT = 1
"""Kept in the file as SQLite's user_version; 0 is a file of before there were hints."""
TABLES = (
    "create table if not exists attempts (at text, exercise text, status text, points real, max_points real,"
    " misconception text, unfilled integer not null default 0)",
    "create table if not exists hints (at text, exercise text, number integer)",
)


@dataclass(frozen=True)
class Standing:
    """The best that was reached in one exercise, in how many attempts (stubs aside), with how many different hints."""

    points: float = 0.0
    attempts: int = 0
    passed: bool = False
    hints: int = 0


def record(result: ExerciseResult) -> None:
    """Add one attempt; a file that cannot be written to costs the record, never the check.

    While nbgrader runs a notebook nothing is added: it may be another's.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    row = (
        *(result.exercise, result.status, result.points, result.max_points, result.misconception),
        result.unfilled,
    )
    try:
        with _database() as database:
            database.execute("insert into attempts values (datetime(), ?, ?, ?, ?, ?, ?)", row)
    except CourseError as error:
        print(f"This check is not in your progress. {error}")


def next_hint(exercise: str, most: int) -> int:
    """Count one more hint of this exercise and give its number, from 1 to `most`; the last one stays."""
    with _database() as database:
        taken = database.execute("select max(number) from hints where exercise = ?", (exercise,)).fetchone()[0] or 0
        number = min(taken + 1, most)
        database.execute("insert into hints values (datetime(), ?, ?)", (exercise, number))
    return number


def standings() -> dict[str, Standing]:
    """The standing of every exercise that was ever checked or helped with; raises CourseError for a file not to be read."""
    if not _file().exists():
        return {}
    with _database() as database:
        hints = dict(database.execute("select exercise, max(number) from hints group by exercise"))
        rows = database.execute(
            "select exercise, max(points), sum(status in (?, ?) and not unfilled), max(status = ?)"
            " from attempts group by exercise",
            (PASSED, NOT_YET, PASSED),
        )
        tried = {name: (points, attempts, bool(passed)) for name, points, attempts, passed in rows}
    names = [*tried, *(name for name in hints if name not in tried)]
    return {name: Standing(*tried.get(name, (0.0, 0, False)), hints.get(name, 0)) for name in names}


def standing(exercise: str) -> Standing:
    return standings().get(exercise, Standing())


def _file() -> Path:
    return home() / "progress.db"


@contextlib.contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    """The file in one transaction; every way in which it cannot be used is a CourseError."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(_file(), timeout=10)) as database, database:
            database.execute("begin immediate")
            _bring_up_to_date(database)
            yield database
    except (sqlite3.OperationalError, OSError) as error:
        raise CourseError(f"{_file()} cannot be used ({error}): look at its rights and the free space.") from None
    except sqlite3.DatabaseError:
        raise CourseError(
            f"{_file()} is damaged: move it away and go on; notebooks and passed pieces are not in it."
        ) from None


def _bring_up_to_date(database: sqlite3.Connection) -> None:
    version = database.execute("pragma user_version").fetchone()[0]
    if version > FORMAT:
        raise CourseError(f"{_file()} was written by a newer version of this course: update with `git pull`.")
    if version == FORMAT:
        return
    if database.execute("select 1 from sqlite_master where name = 'attempts'").fetchone():
        database.execute("alter table attempts add column unfilled integer not null default 0")
    for table in TABLES:
        database.execute(table)
    database.execute(f"pragma user_version = {FORMAT}")
