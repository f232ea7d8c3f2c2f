"""One verdict as people read it: a card in a notebook, the same lines in a terminal.

Inline styles and inherited colours only, so that the card survives untrusted notebooks, nbgrader's feedback page, static
HTML and both themes. Words say what colours say.
"""

import html

from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, CheckResult, ExerciseResult

MARKS = {PASSED: "✓", NOT_YET: "✗", NOT_RUN: "–", ERROR: "!"}
EDGES = {PASSED: "#2e8b57", NOT_YET: "#d9822b", NOT_RUN: "#8a8a8a", ERROR: "#b03060"}


def card_text(result: ExerciseResult) -> str:
    """The card in plain text, at most about ten lines for one mistake."""
    problem = result.first_problem
    lines = [f"{MARKS[result.status]} {headline(result)}"]
    if result.message and (result.misconception or not problem):
        lines.append(f"  {result.message}")
    if problem:
        lines += [f"  {_line(problem)}", *(f"      {part}" for part in _details(problem, result))]
    others = [one for one in result.checks if one is not problem]
    if problem and others:
        lines.append(f"  The other checks: {_counts(others)}")
    return "\n".join(lines)


def card_html(result: ExerciseResult) -> str:
    """The card as HTML."""
    problem = result.first_problem
    parts = [_tag("div", _tag("strong", f"{MARKS[result.status]} {html.escape(headline(result))}"))]
    if result.message and (result.misconception or not problem):
        parts.append(_tag("div", html.escape(result.message), "margin-top:6px"))
    if problem:
        parts.append(_tag("div", html.escape(_line(problem)), "margin-top:6px"))
        parts += [_tag("div", html.escape(part), _style(part)) for part in _details(problem, result)]
    others = [one for one in result.checks if one is not problem]
    if others and result.status != NOT_RUN:
        title = f"The other checks: {_counts(others)}" if problem else f"What was checked: {_counts(others)}"
        parts.append(_folded(title, [_line(one) for one in others]))
    if result.printed:
        parts.append(_folded("What your code printed", result.printed.splitlines()))
    return _tag("div", "".join(parts), _CARD + f";border-left:4px solid {EDGES[result.status]}")


_CARD = (
    "border:1px solid rgba(128,128,128,.35);border-radius:4px;padding:8px 12px;margin:4px 0;"
    "max-width:46em;color:inherit;line-height:1.45"
)
_DETAIL = "margin-left:1.4em;overflow-wrap:anywhere"


def headline(result: ExerciseResult) -> str:
    unit = "point" if result.max_points == 1 else "points"
    return f"{result.exercise}: {result.status} · {_points(result.points)} of {_points(result.max_points)} {unit}"


def _line(check: CheckResult) -> str:
    return f"{MARKS[check.status]} {check.status}: {check.sentence}"


def _details(check: CheckResult, result: ExerciseResult) -> list[str]:
    """What came, and what to try; a named mistake takes the place of the check's general advice."""
    lines = [check.message] if check.message else []
    if check.expected or check.got:
        lines += [f"expected {check.expected}", f"got      {check.got}"]
    if check.advice and not result.misconception:
        lines.append(f"Try: {check.advice}")
    return lines


def _style(line: str) -> str:
    """Expected and got stand under each other, digit by digit."""
    numbers = line.startswith(("expected ", "got "))
    return _DETAIL + ";font-family:monospace;white-space:pre-wrap" if numbers else _DETAIL


def _counts(checks: list[CheckResult]) -> str:
    statuses = [status for status in (PASSED, NOT_YET, NOT_RUN, ERROR) if any(one.status == status for one in checks)]
    return ", ".join(f"{sum(one.status == status for one in checks)} {status}" for status in statuses)


def _points(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _folded(title: str, lines: list[str]) -> str:
    items = "".join(_tag("div", html.escape(line), _DETAIL) for line in lines)
    return _tag(
        "details", f'<summary style="display:list-item">{html.escape(title)}</summary>{items}', "margin-top:6px"
    )


def _tag(name: str, inside: str, style: str = "") -> str:
    return f'<{name} style="{style}">{inside}</{name}>' if style else f"<{name}>{inside}</{name}>"
