"""The report as tables: for a spreadsheet, and as Canvas and Moodle import marks.

Canvas' importer wants the columns Student, ID, SIS User ID, SIS Login ID and Section before the assignment, and takes a
second row Points Possible; it finds a student by ID, else by login, else by name. Moodle's asks which column says who
the student is (username, ID number or e-mail address) and stops at the first one whom it does not know. Both take an
empty mark for one to delete: who has none is left out.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from utils.reporting.cohort import Cohort, Person
from utils.reporting.statistics import check_statistics

Row = list[str | float | int | None]


def write_tables(cohort: Cohort, page: Path, named: bool) -> list[Path]:
    """Write the CSV files beside `page`, whose names begin as its does; those for Canvas and Moodle only with names."""
    tables = {"": students_table(cohort), "-checks": checks_table(cohort)}
    if named:
        tables |= {"-canvas": canvas_table(cohort), "-moodle": moodle_table(cohort)}
    return [write_csv(page.with_name(f"{page.stem}{suffix}.csv"), rows) for suffix, rows in tables.items()]


def students_table(cohort: Cohort) -> list[Row]:
    """A student a row: points by exercise, then the mark (after manual grading and late penalty) and attempts."""
    names = [one.name for one in cohort.lesson.exercises]
    rows: list[Row] = [["student", *names, "points", "late_penalty", "mark", "max", "attempts", "problem"]]
    for student in [*cohort.submissions, *cohort.missing]:
        submission = cohort.submissions.get(student)
        judged = submission is not None and not submission.problem
        points = [submission.results[name].points if judged and name in submission.results else None for name in names]
        rows.append(
            [
                student,
                *points,
                submission.points if judged else None,
                cohort.people.get(student, Person()).penalty,
                cohort.mark(student),
                cohort.max_points,
                submission.times if judged and cohort.attempts_known else None,
                "; ".join(filter(None, _problems(cohort, student))),
            ]
        )
    return rows


def _problems(cohort: Cohort, student: str) -> tuple[str, str]:
    submission = cohort.submissions.get(student)
    listed = "" if student not in cohort.unlisted else "not in students.csv"
    return submission.problem if submission else "handed in nothing", listed


def checks_table(cohort: Cohort) -> list[Row]:
    """A check a row."""
    rows: list[Row] = [["exercise", "check", "sentence", "held", "of", "difficulty", "discrimination"]]
    for one in check_statistics(cohort):
        index = None if one.discrimination is None else round(one.discrimination, 3)
        rows.append([one.exercise, one.name, one.sentence, one.held, one.of, round(one.difficulty, 3), index])
    return rows


def canvas_table(cohort: Cohort) -> list[Row]:
    title = cohort.lesson.title
    rows: list[Row] = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title],
        ["Points Possible", None, None, None, None, cohort.max_points],
    ]
    for student, person, mark in _marked(cohort):
        name = ", ".join(part for part in (person.last_name, person.first_name) if part) or student
        canvas_id = person.lms_user_id if person.lms_user_id.isdecimal() else None
        rows.append([name, canvas_id, None, student, None, mark])
    return rows


def moodle_table(cohort: Cohort) -> list[Row]:
    rows: list[Row] = [["Username", "First name", "Last name", "ID number", "Email address", cohort.lesson.title]]
    for student, person, mark in _marked(cohort):
        rows.append([student, person.first_name, person.last_name, person.lms_user_id, person.email, mark])
    return rows


def write_csv(path: Path, rows: Iterable[Row]) -> Path:
    """Write one table whole or not at all; no cell is ever a spreadsheet's formula."""
    unfinished = path.with_suffix(".tmp")
    with unfinished.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([_harmless(cell) for cell in row] for row in rows)
    unfinished.replace(path)
    return path


def _marked(cohort: Cohort) -> list[tuple[str, Person, float]]:
    people = [(name, cohort.people.get(name, Person())) for name in cohort.submissions]
    return [(name, one, round(mark, 2)) for name, one in people if (mark := cohort.mark(name)) is not None]


def _harmless(cell: str | float | None) -> str | float | None:
    """Text that a spreadsheet would run begins with an apostrophe; numbers have at most four decimals."""
    if isinstance(cell, float):
        return round(cell, 4)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell
