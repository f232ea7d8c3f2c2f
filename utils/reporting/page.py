"""The report as one HTML page: nothing is loaded, nothing runs, and every text of a student is escaped."""

import ast
from pathlib import Path

import jinja2

from utils.reporting.cohort import Cohort
from utils.reporting.similarity import Pair, near_identical, published
from utils.reporting.statistics import (
    ENOUGH,
    EXAMPLES,
    STUCK,
    check_statistics,
    exercise_statistics,
    histogram,
    in_need,
    mistakes,
)

MOST_PAIRS = 50
LONGEST = 60
"""Lines of an answer that are shown."""


def page(cohort: Cohort) -> str:
    """The page's HTML."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pairs, solutions = _compared(cohort)
    return environment.get_template("page.html").render(
        cohort=cohort,
        histogram=histogram(cohort),
        exercises=exercise_statistics(cohort),
        mistakes=mistakes(cohort),
        checks=check_statistics(cohort),
        in_need=in_need(cohort),
        pairs=None if pairs is None else pairs[:MOST_PAIRS],
        solutions=solutions,
        more_pairs=len(pairs or ()) - MOST_PAIRS,
        enough=ENOUGH,
        stuck=STUCK,
        examples=EXAMPLES,
        is_python=_is_python,
        lines=_lines,
        number=_number,
    )


def _compared(cohort: Cohort) -> tuple[list[Pair] | None, dict[str, list[str] | None]]:
    """The answers that are alike, and those that are the solution; None and nothing when copydetect is not installed."""
    try:
        return near_identical(cohort), published(cohort)
    except ImportError:
        return None, {}


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    except (ValueError, RecursionError, MemoryError):
        pass
    return True


def _lines(text: str) -> str:
    """An answer with its lines numbered."""
    lines = text.splitlines()
    numbered = [f"{i:3}  {line}" for i, line in enumerate(lines[:LONGEST], start=1)]
    return "\n".join([*numbered, f"… {len(lines) - LONGEST} more lines"] if len(lines) > LONGEST else numbered)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
