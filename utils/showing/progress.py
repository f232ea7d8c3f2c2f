"""How far the learner has come: a table in a notebook, the same lines in a terminal."""

import html

from utils.errors import one_sentence
from utils.lesson import Exercise, Lesson, lessons
from utils.record import Standing, standings
from utils.showing.architecture import architecture

Standings = dict[str, Standing]


class Progress:
    """All lessons and exercises with points, attempts and hints, where to go on, and the map of the model."""

    def __init__(self):
        self._standings = standings()
        self._next = _next_lesson(self._standings)

    def __repr__(self) -> str:
        lines = []
        for lesson in lessons():
            lines.append(self._heading(lesson))
            lines += [f"  {self._line(one)}" for one in lesson.exercises]
        return "\n".join([*lines, repr(architecture()), self._where()])

    def _repr_html_(self) -> str:
        blocks = [
            _folded(self._heading(lesson), self._table(lesson), opened=lesson == self._next) for lesson in lessons()
        ]
        pieces = architecture()
        blocks.append(_folded(pieces.summary, pieces._repr_html_()))
        where = f'<div style="margin-top:6px">{html.escape(self._where())}</div>'
        return f'<div style="color:inherit;line-height:1.45">{"".join(blocks)}{where}</div>'

    def _table(self, lesson: Lesson) -> str:
        heads = "".join(f'<th scope="col" style="{_CELL}">{head}</th>' for head in ("exercise", *_COLUMNS))
        rows = "".join(self._row(one) for one in lesson.exercises)
        return f'<table style="{_TABLE}"><thead><tr style="{_ROW}">{heads}</tr></thead><tbody>{rows}</tbody></table>'

    def _row(self, exercise: Exercise) -> str:
        standing = self._standing(exercise)
        name = f"{_mark(standing)} {exercise.name}"
        values = (_points(standing, exercise), standing.attempts or "", standing.hints or "")
        cells = "".join(f'<td style="{_CELL}">{value}</td>' for value in values)
        return f'<tr style="{_ROW}"><th scope="row" style="{_CELL};font-weight:normal">{html.escape(name)}</th>{cells}</tr>'

    def _heading(self, lesson: Lesson) -> str:
        points = sum(self._standing(one).points for one in lesson.exercises)
        passed = sum(self._standing(one).passed for one in lesson.exercises)
        most = sum(one.points for one in lesson.exercises)
        return f"{lesson.title}: {passed} of {len(lesson.exercises)} exercises, {points:.3g} of {most:g} points"

    def _line(self, exercise: Exercise) -> str:
        standing = self._standing(exercise)
        tries = _count(standing.attempts, "attempt") if standing.attempts else "not tried yet"
        helped = f", {_count(standing.hints, 'hint')}" if standing.hints else ""
        return f"{_mark(standing)} {exercise.name}: {_points(standing, exercise)}, {tries}{helped}"

    def _where(self) -> str:
        waiting = [one.name for one in self._next.exercises if not self._standing(one).passed]
        return f"Go on with {self._next.title}: {waiting[0]}." if waiting else "You have passed every exercise."

    def _standing(self, exercise: Exercise) -> Standing:
        return self._standings.get(exercise.name, Standing())


@one_sentence
def progress() -> Progress:
    """Your lessons and exercises with points, attempts and hints, and where to go on."""
    return Progress()


def next_lesson() -> Lesson:
    """The first lesson that has an exercise to do, or the last one."""
    return _next_lesson(standings())


_COLUMNS = ("points", "attempts", "hints")
_TABLE = "border-collapse:collapse;margin:2px 0 6px 1.4em;color:inherit"
_ROW = "background-color:transparent"
_CELL = "padding:1px 14px 1px 0;text-align:left;color:inherit;border:none"


def _next_lesson(done: Standings) -> Lesson:
    undone = (one for one in lessons() if not all(done.get(ex.name, Standing()).passed for ex in one.exercises))
    return next(undone, lessons()[-1])


def _mark(standing: Standing) -> str:
    return "✓" if standing.passed else "·"


def _points(standing: Standing, exercise: Exercise) -> str:
    return f"{standing.points:.3g} of {exercise.points:g}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _folded(title: str, inside: str, opened: bool = False) -> str:
    summary = f'<summary style="display:list-item">{html.escape(title)}</summary>'
    return f'<details{" open" if opened else ""} style="margin:2px 0">{summary}{inside}</details>'
