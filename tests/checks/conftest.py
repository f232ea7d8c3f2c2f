"""`pytest tests/checks --submission FILE`: each check is a test, decided by the course's one judge.

Without --submission the course's own solutions are judged, which must pass everything.
"""

import functools
from pathlib import Path

import pytest

from utils.checking.client import Worker
from utils.checking.submission import judge_file, total
from utils.checking.verdict import ERROR, NOT_RUN, PASSED, FileResult
from utils.lesson import lessons

JUDGED = pytest.StashKey[FileResult]()


@pytest.fixture
def student():
    """The checks get their answer from the judge; see pytest_pyfunc_call."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    check = getattr(pyfuncitem.obj, "check", None)
    if check is None:
        return None
    judged = pyfuncitem.config.stash[JUDGED] = _judge(pyfuncitem.config.getoption("submission"))
    exercise = next((one for one in judged.exercises if one.exercise == check.exercise), None)
    if exercise is None:
        pytest.skip(f"the file does not define {check.exercise}")
    result = next(one for one in exercise.checks if one.name == check.name)
    if result.status == NOT_RUN:
        pytest.skip(result.message or exercise.message)
    if result.status != PASSED:
        lines = [
            check.sentence,
            result.message,
            f"expected {result.expected}",
            f"got      {result.got}",
            exercise.message,
        ]
        pytest.fail("\n".join(lines), pytrace=False)
    return True


def pytest_terminal_summary(terminalreporter, config):
    if judged := config.stash.get(JUDGED, None):
        terminalreporter.section("points")
        for one in judged.exercises:
            terminalreporter.line(f"{one.exercise}: {one.status}, {one.points:g} of {one.max_points:g}")
        terminalreporter.line(f"{judged.points:g} of {judged.max_points:g} points")


@functools.cache
def _judge(path: Path | None) -> FileResult:
    worker = Worker()
    try:
        if path is None:
            results = [worker.judge(lesson.code, one.name) for lesson in lessons() for one in lesson.exercises]
            return total("solutions", results, everything=True)
        judged = judge_file(path, worker)
    finally:
        worker.close()
    if judged.error:
        pytest.exit(judged.error, returncode=2)
    if any(one.status == ERROR for one in judged.exercises):
        pytest.exit("a check of the course itself failed: not judged", returncode=2)
    return judged
