"""`course new-class`: an instructor's folder outside the checkout, so that the course can be updated while a class runs."""

import csv
import re
import shutil
import tempfile
from pathlib import Path

from utils.errors import CourseError
from utils.lesson import Lesson, lessons
from utils.lesson.build import course_config, solution_path
from utils.paths import ROOT

COLUMNS = ("id", "first_name", "last_name", "email", "lms_user_id")
"""Of students.csv, as `nbgrader db student import` takes them; only the first is needed."""
CLASS_CONFIG = "nbgrader_config.py"
"""The file that makes a folder a class's."""
CONFIG = '''"""The settings of this class; those of the course, which a `git pull` there may renew, come first."""

from utils.paths import ROOT

c = get_config()
load_subconfig("nbgrader_config.py", path=str(ROOT))

c.CourseDirectory.course_id = {name!r}
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "release"

# What is yours goes below; for late work see docs/instructors.md.
'''


def new_class(folder: Path, students: Path | None) -> Path:
    """Lay out `folder`, with the students of a CSV file in its gradebook; whole or not at all.

    Raises CourseError when the folder cannot be made, or the file is not a table of students.
    """
    folder = folder.resolve()
    if not re.fullmatch(r"\w[\w.-]*", folder.name):
        raise CourseError(f"{folder.name!r}: use only letters, digits and . _ - in the name of a class.")
    if folder.exists():
        raise CourseError(f"{folder} exists already: choose another name, or remove it.")
    if ROOT in folder.parents:
        raise CourseError(f"{folder} is inside the course's checkout: make the class outside of {ROOT}.")
    if not folder.parent.is_dir():
        raise CourseError(f"{folder.parent} is not a folder: make it first.")
    rows = read_students(students) if students else []
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as unfinished:
            place = Path(unfinished) / folder.name
            _lay_out(place, rows)
            place.rename(folder)
    except OSError as error:
        raise CourseError(f"{folder} cannot be made: {error.strerror}.") from None
    return folder


def read_students(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of students; raises CourseError when one has no id of its own."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), reader.fieldnames or []
    except (UnicodeDecodeError, csv.Error):
        raise CourseError(f"{path} is not a CSV file in UTF-8: save it as one.") from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    if "id" not in columns or not set(columns) <= set(COLUMNS):
        raise CourseError(f"{path} has the columns {', '.join(map(str, columns))}: name them {', '.join(COLUMNS)}.")
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise CourseError(f"{path}, line {number}, has not {len(columns)} cells, as the first line has.")
        if not re.fullmatch(r"[\w.@-]+( [\w.@-]+)*", row["id"]) or row["id"].casefold() in seen:
            raise CourseError(
                f"{path}, line {number}: {row['id']!r} is no id of its own; use letters, digits, . _ @ - and single "
                "spaces between them, each id once, small and capital letters being the same."
            )
        seen.add(row["id"].casefold())  # each is the name of a folder, and some systems do not tell Ada from ada
    return rows


def _lay_out(place: Path, rows: list[dict[str, str]]) -> None:
    for name in ("source", "submitted", "feedback"):
        (place / name).mkdir(parents=True)
    (place / CLASS_CONFIG).write_text(CONFIG.format(name=place.name), encoding="utf-8")
    for lesson in lessons():
        _link(lesson, place / "source" / lesson.name)
    with (place / "students.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    _register(rows, place / "gradebook.db")


def _link(lesson: Lesson, place: Path) -> None:
    """Link to the lesson in the checkout; a copy where the system gives no links, as Windows does to ordinary users."""
    folder = solution_path(lesson).parent
    try:
        place.symlink_to(folder, target_is_directory=True)
    except OSError:
        shutil.copytree(folder, place)


def _register(rows: list[dict[str, str]], gradebook: Path) -> None:
    from nbgrader.api import Gradebook

    course_config()  # it says where nbgrader finds what it makes a gradebook with
    with Gradebook(f"sqlite:///{gradebook.resolve()}") as book:
        for row in rows:
            known = {key: value or None for key, value in row.items() if key != "id"}
            book.update_or_create_student(row["id"], **known)
