"""Grading says of the bank's answers what a notebook says, though they are in a confined process of their own."""

from pathlib import Path

import pytest

from utils.checking.failing import FAILS, marks
from utils.checking.submission import read_cells
from utils.checking.verdict import NOT_YET, PASSED
from utils.grading.judges import GradingJudge
from utils.lesson import exercises
from utils.paths import BANK
from utils.proving.bank import entries


@pytest.fixture(scope="module")
def grader():
    judge = GradingJudge()
    if refusal := judge.greeting()["refusal"]:
        pytest.skip(refusal)
    yield judge
    judge.close()


SEED = 0
IDENTITY = "same_object"
"""The mistake that rests on two sentences being one object, which they never are in another process."""


@pytest.mark.parametrize("name", exercises())
def test_every_right_style_gets_full_points(name, grader):
    results = {path.stem: grader.judge(read_cells(path), name) for path in entries("right", name)}
    assert {style: result.message for style, result in results.items() if result.status != PASSED} == {}


def of_each_check(name: str) -> set[Path]:
    """For each check of an exercise the known mistake that it refuses and the fewest others do."""
    refusing = {
        path: [check for check, mark in marks(name).get(path.stem, {}).items() if mark == FAILS]
        for path in entries("wrong", name)
    }
    fewest_last = sorted(refusing, key=lambda path: -len(refusing[path]))
    return {*{check: path for path in fewest_last for check in refusing[path]}.values()}


@pytest.mark.slow
@pytest.mark.parametrize("name", exercises())
def test_known_mistakes_are_refused_and_named(name, grader, pytestconfig):
    wrong = {}
    for path in entries("wrong", name) if pytestconfig.getoption("every_mistake") else of_each_check(name):
        result = grader.judge(read_cells(path), name, seed=SEED)
        named = result.misconception == path.stem or any("torch's own" in one.message for one in result.checks)
        if result.status != NOT_YET or not (named or path.stem == IDENTITY):
            wrong[path.stem] = (result.status, result.misconception, result.message)
    assert wrong == {}


def test_a_method_of_the_model_that_is_left_replaced_is_seen(grader):
    right = (BANK / "right" / "CachedDecoder" / "by_the_course_names.py").read_text(encoding="utf-8")
    source = f"""{right}

Right = CachedDecoder

class CachedDecoder(Right):
    def __call__(self, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        finally:
            self.model.decoder.forward = lambda x, *rest: x
"""
    failed = {one.name for one in grader.judge([source], "CachedDecoder").checks if one.status != PASSED}
    assert "test_cached_decoder_leaves_the_model_alone" in failed
