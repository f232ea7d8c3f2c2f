"""Hints come one at a time and are counted; the solution comes after an attempt, and never where the course is graded."""

import pytest

import utils.showing.hints
from utils import hint, progress, solution
from utils.checking.verdict import NOT_YET, UNFILLED, ExerciseResult
from utils.errors import CourseError
from utils.lesson import HINTS, exercise, exercises, find_lesson
from utils.record import record, standing
from utils.settings import graded


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))


@pytest.fixture
def tried():
    record(ExerciseResult("softmax", NOT_YET, 0.5, 2.0))


def test_hints_come_one_at_a_time():
    texts = find_lesson("00").hints("softmax")
    shown = [hint("softmax") for _ in range(4)]
    assert [one.text for one in shown] == [*texts, texts[-1]]
    assert "hint 2 of 3 · What to compute" in repr(shown[1])
    assert texts[1] in shown[1]._repr_markdown_()
    assert not any(other in repr(shown[1]) for other in (texts[0], texts[2]))
    assert standing("softmax").hints == 3
    assert standing("masked_mean").hints == 0


def test_hints_are_shown_in_progress_and_cost_nothing(tried):
    hint("softmax")
    assert "· softmax: 0.5 of 2, 1 attempt, 1 hint" in repr(progress())


@pytest.mark.parametrize("name", exercises())
def test_every_exercise_has_its_hints_and_a_solution(name):
    assert len(find_lesson(exercise(name).lesson).hints(name)) == len(HINTS)
    compile(exercise(name).solution, name, "exec")
    assert "SOLUTION" not in exercise(name).solution


def test_no_solution_for_an_untouched_stub(capsys):
    record(ExerciseResult("softmax", NOT_YET, 0.0, 2.0, message=UNFILLED))
    assert solution("softmax") is None
    assert "Try it first" in capsys.readouterr().out


def test_the_judge_says_of_a_stub_that_it_is_unfilled(worker):
    for name in ("softmax", "MultiHeadAttention"):
        stub = exercise(name).source.split("# BEGIN SOLUTION")[0] + "raise NotImplementedError"
        assert worker.judge([stub], name).unfilled


def test_the_solution_after_an_attempt(tried):
    assert exercise("softmax").solution in repr(solution("softmax"))
    assert "```python" in solution("softmax")._repr_markdown_()


def test_no_solution_where_the_course_is_graded(tried, tmp_path, monkeypatch, capsys):
    (tmp_path / "pyproject.toml").write_text("[tool.course]\ngraded = true\n")
    monkeypatch.setattr("utils.settings.ROOT", tmp_path)
    assert solution("softmax") is None
    assert "This course is graded" in capsys.readouterr().out
    assert "solution" not in utils.showing.hints._after(3)


@pytest.mark.parametrize("text", ["", "[tool.course]\n", '[tool.course]\ngraded = "no"\n', "graded ="])
def test_a_setting_that_is_neither_yes_nor_no(text, tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").write_text(text)
    monkeypatch.setattr("utils.settings.ROOT", tmp_path)
    with pytest.raises(CourseError, match="`graded = true` or `graded = false`"):
        graded()


def test_self_study_is_the_default():
    assert graded() is False


def test_an_unknown_name_is_one_sentence(capsys):
    assert hint("sofmax") is None
    assert solution("sofmax") is None
    assert capsys.readouterr().out.count("the nearest is 'softmax'") == 2
