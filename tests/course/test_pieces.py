"""The learner's own pieces: kept when they pass, brought into later lessons, never lost."""

import nbformat
import pytest

import utils.reset
from utils.checking.program import Program
from utils.cli import main
from utils.lesson import find_lesson
from utils.pieces import bring, folder, keep
from utils.record import record, standings
from utils.showing.progress import Progress, next_lesson

ANSWER = [
    "import torch\nUNUSED = torch.zeros(3)",
    "def turned(y):\n    return y.mT",
    "def pairwise_dot(x, y):\n    return x @ turned(y)",
]


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))


def test_a_kept_piece_holds_what_it_needs_and_no_more():
    text = keep("pairwise_dot", Program(ANSWER)).read_text()
    assert "def turned" in text
    assert "UNUSED" not in text


def test_bring_says_whose_piece_it_is(capsys):
    keep("pairwise_dot", Program(ANSWER))
    own, course = bring("pairwise_dot", "softmax")
    assert own.__module__ == "my_transformer.pairwise_dot"
    assert "Yours: pairwise_dot\nThe course's: softmax" in capsys.readouterr().out
    assert course.__name__ == "softmax"


def test_a_piece_that_rests_on_another_brings_it():
    keep("pairwise_dot", Program(["def pairwise_dot(x, y):\n    return softmax(x) @ y.mT"]))
    assert 'softmax = bring("softmax")' in (folder() / "pairwise_dot.py").read_text()
    assert callable(bring("pairwise_dot"))


def test_a_broken_piece_gives_way_to_the_courses(capsys):
    keep("softmax", Program(["import no_such_package\ndef softmax(x, dim=-1):\n    return no_such_package.f(x)"]))
    assert bring("softmax").__module__ == "answer"
    assert "does not run" in capsys.readouterr().out


def test_while_grading_only_the_courses_are_used(monkeypatch):
    keep("pairwise_dot", Program(ANSWER))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert bring("pairwise_dot").__module__ == "answer"


def test_while_nbgrader_runs_a_notebook_nothing_is_the_learners(worker, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    keep("pairwise_dot", Program(ANSWER))
    record(worker.judge(ANSWER, "pairwise_dot"))
    assert not folder().exists()
    assert standings() == {}


def test_progress_remembers_the_best_and_points_the_way(worker):
    wrong, right = "def softmax(x, dim=-1):\n    return x", "def pairwise_dot(x, y):\n    return x @ y.mT"
    record(worker.judge([right], "pairwise_dot"))
    record(worker.judge([wrong], "softmax"))
    record(worker.judge(["def pairwise_dot(x, y):\n    return x"], "pairwise_dot"))
    assert standings()["pairwise_dot"].passed
    assert standings()["pairwise_dot"].attempts == 2
    assert next_lesson() == find_lesson("00")
    assert "✓ pairwise_dot: 1 of 1, 2 attempts" in repr(Progress())
    assert "Go on with 00 · Start here: softmax." in repr(Progress())


def test_reset_keeps_a_backup(tmp_path, monkeypatch, submission, capsys):
    mine = submission("00").right().save(tmp_path / "mine.ipynb")
    monkeypatch.setattr(utils.reset, "learner_path", lambda lesson: mine)
    keep("pairwise_dot", Program(ANSWER))
    assert main(["reset", "00"]) == 0
    backup = next((tmp_path / "backups").iterdir())
    assert "def turned" in (backup / "my_transformer" / "pairwise_dot.py").read_text()
    assert "transpose" in (backup / "mine.ipynb").read_text()
    assert "raise NotImplementedError" in str(nbformat.read(mine, as_version=4))
    assert not (folder() / "pairwise_dot.py").exists()
