"""The README says what is there: its table of lessons, its pictures, its links."""

import re

from utils.lesson import Lesson, lessons
from utils.paths import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def row(lesson: Lesson) -> str:
    """The lesson's line in the table, made from its source."""
    headings = [cell.source for cell in lesson.cells if cell.cell_type == "markdown"]
    minutes = sum(map(int, re.findall(r"^#+ Exercise .* · (\d+) min · ", "\n".join(headings), re.MULTILINE)))
    names = ", ".join(f"`{one.name}`" for one in lesson.exercises)
    points = sum(one.points for one in lesson.exercises)
    link = f"[{lesson.title}](notebooks/{lesson.name}/{lesson.name}.ipynb)"
    return f"| {link} | {names} | {points:g} | {minutes} min |"


def test_table_of_lessons_is_that_of_the_sources():
    assert [line for line in TEXT.splitlines() if line.startswith("| [")] == [row(lesson) for lesson in lessons()]


def test_links_and_pictures_lead_to_files():
    paths = [*re.findall(r"\]\(([^)#:]+)\)", TEXT), *re.findall(r"(?:src|srcset)=\"([^\"]+)\"", TEXT)]
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_pictures_are_small():
    pictures = [ROOT / path for path in re.findall(r"(?:src|srcset)=\"([^\"]+)\"", TEXT)]
    assert sum(path.stat().st_size for path in pictures) < 100_000
