"""The checks are proven: every known wrong answer is rejected, every right style gets full points."""

from pathlib import Path

import pytest

from utils.checking.mistakes import sentence
from utils.checking.program import Program
from utils.checking.submission import read_cells
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED
from utils.lesson import exercises
from utils.paths import BANK
from utils.proving.bank import name_mistake, verdict
from utils.proving.report import REFUSED_BY_NAME

PATIENCE = 60
"""Seconds: what is proven here is the verdict and the name, on however busy a machine."""
SEED = 0
"""Of the inputs: what only some inputs show is for `course bank --seeds` to find, not for one run in a thousand of this."""


def entries(kind: str) -> list:
    paths = sorted((BANK / kind).glob("*/*.py"))
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in paths]


@pytest.mark.parametrize("path", entries("right"))
def test_right_answer_gets_full_points(path: Path, worker):
    result = worker.judge(read_cells(path), path.parent.name, seed=SEED, limit=PATIENCE)
    assert result.status == PASSED, [one for one in result.checks if one.status != PASSED] or result.message
    assert result.points == pytest.approx(result.max_points)


@pytest.mark.parametrize("path", entries("wrong"))
def test_wrong_answer_is_rejected_and_named(path: Path):
    """In this process, where what the known mistakes give is kept from one answer to the next."""
    program, name = Program([path.read_text(encoding="utf-8")]), path.parent.name
    found = verdict(program, name, SEED, to_the_end=True)
    assert not found.passed
    assert not found.broken, found.reason
    assert sentence(path)
    refused = any(REFUSED_BY_NAME in run.result.message for run in found.runs)
    known = name_mistake(program, found, name, SEED)
    assert (known and known[0] == path.stem) or refused, "another entry behaves the same on every check"


@pytest.mark.parametrize("path", entries("wrong")[::25])
def test_the_judge_of_notebooks_says_the_same(path: Path, worker):
    result = worker.judge(read_cells(path), path.parent.name, seed=SEED, limit=PATIENCE)
    assert result.status == NOT_YET
    assert not [one for one in result.checks if one.status == ERROR], result
    refused = any(REFUSED_BY_NAME in one.message for one in result.checks)
    assert result.misconception == path.stem or refused


@pytest.mark.parametrize("name", exercises())
def test_bank_has_enough(name: str):
    assert len(list((BANK / "wrong" / name).glob("*.py"))) >= 5
    assert len(list((BANK / "right" / name).glob("*.py"))) >= 3


@pytest.mark.parametrize("name", exercises())
@pytest.mark.parametrize("body", ["return None", "raise ValueError('no')"])
def test_an_empty_answer_gets_no_points(name: str, body: str):
    found = verdict(Program([f"def {name}(*given, **named):\n    {body}"]), name, SEED, to_the_end=True)
    assert {run.result.status for run in found.runs} <= {NOT_YET, NOT_RUN}
    assert not sum(run.result.points for run in found.runs)
