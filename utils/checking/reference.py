"""The correct version of every exercise, run from the lessons' own source."""

import ast
import functools
from collections.abc import Container, Mapping
from types import MappingProxyType

from utils.checking.program import Program, Statement, run
from utils.lesson import lessons


@functools.cache
def reference() -> Mapping[str, object]:
    """Every exercise of the course by name, built from the solutions; a later lesson uses the earlier ones'."""
    found: dict[str, object] = {}
    for lesson in lessons():
        program = Program(lesson.code)
        for exercise in lesson.exercises:
            found[exercise.name] = run(program.texts(exercise.name, found), found, place="lesson")[exercise.name]
    return MappingProxyType(found)


@functools.cache
def import_statements(lesson_name: str) -> list[Statement]:
    """A lesson's own, but for those of this package."""
    lesson = next(lesson for lesson in lessons() if lesson.name == lesson_name)
    return [one for one in Program(lesson.code).imports() if not of_this_package(one)]


def of_this_package(statement: Statement) -> bool:
    """Whether an import is from `utils` here, and not from torch's, say."""
    node = statement.node
    modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return any(name.partition(".")[0] == "utils" for name in modules)


def imported(lesson_name: str, names: Container[str] | None = None) -> dict[str, object]:
    """What a lesson's own import statements bind (`torch`, `nn`, `math`, …), or these names of it: an answer may rely on it."""
    wanted = [
        one for one in import_statements(lesson_name) if names is None or any(name in names for name in one.binds)
    ]
    namespace = run([(one.cell, one.text) for one in wanted], {})
    return {name: namespace[name] for one in wanted for name in one.binds}
