"""Exercises of one submission: what one of them does costs and wins no other's marks, nor another student's."""

import os

import pytest

from utils.checking.verdict import ERROR, NOT_YET, PASSED

DOT = "def pairwise_dot(x, y):\n    {}\n    return x @ y.mT"
MEAN = "def masked_mean(x, mask):\n    m = mask.unsqueeze(-1)\n    return (x * m).sum(-2) / m.sum(-2).clamp(min=1)"
NAMES = ["pairwise_dot", "masked_mean", "softmax"]

HELP = """import utils.checking.student as s
    call, mean = s.Student._call, lambda x, mask: (x * mask.unsqueeze(-1)).sum(-2) / mask.sum(-1, keepdim=True).clamp(min=1)
    s.Student._call = lambda self, f, a, k: call(self, mean if getattr(f, '__name__', '') == 'masked_mean' else f, a, k)"""
POISON = {
    "nothing": "pass",
    "help another": HELP,
    "patch torch": "torch.Tensor.sum = torch.exp = lambda *a, **k: None",
    "another default": "torch.set_default_dtype(torch.float64)",
    "patch the child": "import utils.grading.child as c; c.Child._do = lambda *a: ({'value': True}, [])",
    "patch the load": "import utils.grading.child as c; c.Child._load = lambda *a: {'cannot': 'no'}",
    "patch the program": "import utils.checking.program as p; p.Program.run = lambda *a: {}",
    "end later": "import threading, os; threading.Timer(0.05, os._exit, [0]).start()",
    "hang later": "import utils.checking.program as p; p.Program.needed = lambda *a: __import__('time').sleep(100)",
    "fill the memory": "torch.kept = torch.ones(230_000_000)",
    "builtins": "import builtins; builtins.len = builtins.isinstance = lambda *a: 0",
}


def points(grader, cells: list[str]) -> list[tuple[str, str]]:
    return [(one.exercise, one.status) for one in grader.judge_all(cells, NAMES)]


@pytest.mark.parametrize("name", POISON)
def test_one_exercise_costs_no_other(name, grader, right):
    found = dict(points(grader, ["import torch", DOT.format(POISON[name]), right, MEAN]))
    assert [found["softmax"], found["masked_mean"]] == [PASSED, PASSED]


@pytest.mark.parametrize("name", POISON)
def test_a_wrong_answer_stays_wrong(name, grader, right):
    wrong = "def masked_mean(x, mask):\n    return x.mean(-2)"
    found = dict(points(grader, ["import torch", DOT.format(POISON[name]), right, wrong]))
    assert [found["softmax"], found["masked_mean"]] == [PASSED, NOT_YET]


def test_prints_are_each_exercises_own(grader, right):
    results = grader.judge_all(["import torch", DOT.format("print('mine')"), right, MEAN], NAMES)
    assert ["mine" in one.printed for one in results] == [True, False, False]


def test_what_is_left_is_judged_after_the_judge_is_lost(grader, right):
    results = grader.judge_all(["import torch", DOT.format("pass"), right, MEAN], NAMES)
    assert next(results).status == PASSED
    os.kill(grader._process.pid, 9)
    statuses = [one.status for one in results]
    assert len(statuses) == 2
    assert set(statuses) <= {PASSED, ERROR}
    assert [status for _, status in points(grader, [right])] == ["not run", "not run", PASSED]


def test_one_who_stops_listening_gets_no_old_verdict(grader, right):
    cells = ["import torch", DOT.format("pass"), right, MEAN]
    for result in grader.judge_all(cells, NAMES):
        assert result.exercise == "pairwise_dot"
        break
    assert grader.judge(cells, "masked_mean").exercise == "masked_mean"
