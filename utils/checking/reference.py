"""The correct version of every exercise, run from the lessons' own source."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

from utils.checking.program import Program, run_statement
from utils.lesson import lessons


@functools.cache
def reference() -> Mapping[str, object]:
    """Every exercise of the course by name, built from the solutions; a later lesson uses the earlier ones'."""
    found: dict[str, object] = {}
    for lesson in lessons():
        program = Program(lesson.code)
        for exercise in lesson.exercises:
            found[exercise.name] = program.run(exercise.name, found, place="lesson")[exercise.name]
    return MappingProxyType(found)


@functools.cache
def imported(lesson_name: str) -> Mapping[str, object]:
    """What a lesson's own import statements bind (`torch`, `nn`, `math`, …): an answer may rely on it."""
    lesson = next(lesson for lesson in lessons() if lesson.name == lesson_name)
    namespace: dict[str, object] = {}
    for statement in Program(lesson.code).imports():
        if not any(name.startswith("utils") for name in _modules(statement.node)):
            run_statement(statement, namespace)
    namespace.pop("__builtins__", None)
    return MappingProxyType(namespace)


def _modules(node) -> list[str]:
    return [node.module or ""] if hasattr(node, "module") else [alias.name for alias in node.names]
