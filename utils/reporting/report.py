"""Write the page and the tables of a report."""

from pathlib import Path

from utils.errors import CourseError
from utils.reporting.anonymous import anonymous
from utils.reporting.cohort import Cohort
from utils.reporting.page import page
from utils.reporting.tables import write_tables


def write_report(cohort: Cohort, to: Path, nameless: bool) -> list[Path]:
    """Write `to` (HTML) and the CSV files beside it; returns their paths."""
    shown = anonymous(cohort) if nameless else cohort
    html = page(shown)
    try:
        unfinished = to.with_suffix(".tmp")
        unfinished.write_text(html, encoding="utf-8")
        unfinished.replace(to)
        return [to, *write_tables(shown, to, named=not nameless)]
    except OSError as error:
        raise CourseError(f"{to} cannot be written: {error.strerror}.") from None
