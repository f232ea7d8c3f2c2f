"""The benchmarks that load pieces of the lessons still find them."""

import pytest

from utils.paths import ROOT


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


def test_a_course_with_one_known_mistake():
    from bugs_that_train import HIDDEN, LEAKS, RIGHT, course_with

    right = course_with(RIGHT)
    for mistake in (*HIDDEN, *LEAKS):
        name = mistake.partition("/")[0]
        assert course_with(mistake)[name].__module__ == right[name].__module__ == "answer"


def test_the_pieces_of_the_training_lesson():
    from translate_seeds import pieces

    train, development = pieces("train", "development")
    assert callable(train)
    assert len(development) == 500
