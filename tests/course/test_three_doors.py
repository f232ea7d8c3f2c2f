"""`check` in a notebook, pytest and nbgrader give the same points for the same file."""

import re
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient

from utils.checking.submission import judge_file
from utils.grading.doctor import TRUST
from utils.grading.grade_class import grade_class
from utils.grading.judges import GradingJudge
from utils.paths import ROOT

PARTLY = "import torch\n\ndef softmax(x, dim=-1):\n    e = torch.exp(x)\n    return e / e.sum(dim, keepdim=True)"
CRASH = "import os\n\ndef masked_mean(x, mask):\n    os.abort()"


@pytest.fixture
def made(submission):
    return {
        "right": submission("00").right(),
        "mixed": submission("00").right("pairwise_dot").answer(softmax=PARTLY, masked_mean=CRASH),
    }


def points_in_notebook(path, home, monkeypatch) -> dict[str, float]:
    monkeypatch.setenv("COURSE_HOME", str(home))
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, allow_errors=True, timeout=120, resources={"metadata": {"path": str(home)}}).execute()
    return {
        cell.id.removeprefix("check-"): float(cell.outputs[0].data["text/plain"])
        for cell in notebook.cells
        if cell.id.startswith("check-")
    }


def points_by_pytest(path) -> dict[str, float]:
    command = [sys.executable, "-m", "pytest", "-q", "tests/checks", "--submission", str(path)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout
    return {name: float(points) for name, points in re.findall(r"^(\w+): [\w ]+, ([\d.]+) of", printed, re.MULTILINE)}


@pytest.mark.slow
def test_same_points_through_every_door(made, worker, tmp_path, monkeypatch):
    lesson = made["right"].lesson
    files = {name: one.save(tmp_path / "class" / f"{name}.ipynb") for name, one in made.items()}
    marks = {one.student: one for one in grade_class(tmp_path / "class", lesson, tmp_path / "graded").marks}
    for name, path in files.items():
        judged = {one.exercise: one.points for one in judge_file(path, worker, lesson=lesson).exercises}
        assert judged == pytest.approx(points_in_notebook(path, tmp_path, monkeypatch), abs=1e-3), name
        assert judged == pytest.approx(points_by_pytest(path), abs=1e-3), name
        assert judged == pytest.approx(marks[name].points, abs=1e-3), name
    assert marks["right"].total == 5
    softmax = marks["mixed"].points.pop("softmax")
    assert 0 < softmax < 2
    assert marks["mixed"].points == {"pairwise_dot": 1, "masked_mean": 0}


@pytest.mark.slow
def test_grading_says_how_long_it_waited(monkeypatch):
    """Half of the limit for one check, however much of it was used before."""
    monkeypatch.setenv(TRUST, "1")
    source = "import time\n\ndef pairwise_dot(x, y, calls=[]):\n    calls.append(1)\n    while len(calls) > 1: pass\n"
    source += "    time.sleep(1.2)\n    return x @ y.mT"
    judge = GradingJudge()
    result = judge.judge([source], "pairwise_dot", limit=4)
    judge.close()
    hung = [one.message for one in result.checks if "did not finish" in one.message]
    assert hung[0] == "Your code did not finish in 2 seconds."
