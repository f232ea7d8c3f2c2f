"""The benchmarks that load pieces of the lessons still find them."""

import runpy

from utils.paths import ROOT


def test_a_course_with_one_known_mistake():
    benchmark = runpy.run_path(str(ROOT / "benchmarks" / "bugs_that_train.py"))
    right = benchmark["course_with"](benchmark["RIGHT"])
    for mistake in (*benchmark["HIDDEN"], *benchmark["LEAKS"]):
        name = mistake.partition("/")[0]
        assert benchmark["course_with"](mistake)[name].__module__ == right[name].__module__ == "answer"


def test_the_pieces_of_the_training_lesson():
    pieces = runpy.run_path(str(ROOT / "benchmarks" / "translate_seeds.py"))["pieces"]
    train, development = pieces("train", "development")
    assert callable(train)
    assert len(development) == 500
