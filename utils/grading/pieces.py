"""The course's own exercises as text, for a child in which an answer uses them."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from utils.checking.program import Program, Statement
from utils.checking.reference import import_statements
from utils.lesson import exercises, lessons


@dataclass(frozen=True)
class Piece:
    """The statements that define one exercise's correct version, and the other exercises that it uses."""

    name: str
    statements: tuple[tuple[int, str], ...]
    uses: frozenset[str]
    holds: frozenset[str]
    """Exercises that its statements define: itself, and later ones of its lesson that it rests on."""


@functools.cache
def pieces() -> dict[str, Piece]:
    """Every exercise of the course, in an order in which each comes after those that it uses."""
    found: dict[str, Piece] = {}
    for lesson in lessons():
        program = Program(lesson.code)
        for exercise in lesson.exercises:
            statements = program.needed(exercise.name, found)
            needs = frozenset().union(*(one.needs for one in statements))
            holds = frozenset().union(*(one.binds for one in statements))
            found[exercise.name] = Piece(
                exercise.name,
                tuple((one.cell, one.text) for one in statements),
                (needs & found.keys()) - {exercise.name},
                holds & exercises().keys(),
            )
    return found


@functools.cache
def offered(exercise: str) -> frozenset[str]:
    """What may be in a child that is judged on `exercise`: all that does not rest on its correct version."""
    resting: set[str] = {exercise}
    for piece in pieces().values():  # each comes after those that it uses
        if (piece.uses | piece.holds) & resting:
            resting.add(piece.name)
    return frozenset(pieces().keys() - resting)


def with_needed(names: Iterable[str]) -> list[Piece]:
    """These pieces and all that they rest on, in order."""
    wanted, waiting = set(), [*names]
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted.add(name)
            waiting += pieces()[name].uses
    return [piece for name, piece in pieces().items() if name in wanted]


def imports(exercise: str) -> list[Statement]:
    """The import statements of an exercise's lesson."""
    return import_statements(exercises()[exercise].lesson)


def given(program: Program, exercise: str, own: Iterable[str] = ()) -> set[str]:
    """The names that the course gives to a submission's answer: pieces, and what its lesson imports."""
    offers = offered(exercise).union(*(one.binds for one in imports(exercise)))
    return program.given(offers, exercises(), own)
