"""nbgrader's own commands, on a class with every kind of trouble: exact marks, and no one harmed by another."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from utils.lesson.build import solution_path
from utils.paths import ROOT

LOOP = "def softmax(x, dim=-1):\n    while True:\n        pass"
CRASH = "import os\n\ndef softmax(x, dim=-1):\n    os._exit(0)"
PARTLY = """import torch

def softmax(x, dim=-1):
    x = x - x.amax(-1, keepdim=True)
    e = torch.exp(x)
    return e / e.sum(-1, keepdim=True)
"""
WRONG = "def softmax(x, dim=-1):\n    return x"
STRIPPED = {"tags": ["skip-execution"]}


def class_of_eight(submission) -> dict[str, tuple]:
    """Each student's notebook and the marks it has earned: pairwise_dot of 1, softmax of 2, masked_mean of 2."""
    copied = submission("00").right().copied("softmax")
    stripped = submission("00").answer(softmax=WRONG)
    for cell in stripped.notebook.cells:
        cell.metadata = dict(STRIPPED)
    return {
        "right": (submission("00").right(), [1, 2, 2]),
        "partly": (submission("00").right("pairwise_dot").answer(softmax=PARTLY), [1, 1.4, 0]),
        "wrong": (submission("00").answer(softmax=WRONG), [0, 0, 0]),
        "unfilled": (submission("00"), [0, 0, 0]),
        "loop": (submission("00").right("masked_mean").answer(softmax=LOOP), [0, 0, 2]),
        "copied": (copied, [1, 2, 2]),
        "deleted": (submission("00").right().without("check-softmax", "check-masked_mean"), [1, 2, 2]),
        "crash": (submission("00").right("pairwise_dot").answer(softmax=CRASH), [1, 0, 0]),
        "stripped": (stripped, [0, 0, 0]),
    }


def nbgrader(course: Path, *arguments: str) -> str:
    command = [Path(sys.executable).parent / "nbgrader", *arguments]
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}  # as when the environment is not activated
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.slow
def test_exact_marks_for_everyone(submission, tmp_path):
    students = class_of_eight(submission)
    lesson = students["right"][0].lesson
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(solution_path(lesson).parent, tmp_path / "solutions" / lesson.name)
    nbgrader(tmp_path, "generate_assignment", lesson.name)
    released = (tmp_path / "notebooks" / lesson.name / f"{lesson.name}.ipynb").read_text()
    assert released == (ROOT / "notebooks" / lesson.name / f"{lesson.name}.ipynb").read_text()

    for name, (one, _) in students.items():
        one.save(tmp_path / "downloaded" / lesson.name / "archive" / f"{name}_{lesson.name}.ipynb")
    nbgrader(tmp_path, "zip_collect", lesson.name)
    (tmp_path / "submitted" / "right" / lesson.name / "data.txt").symlink_to(solution_path(lesson))
    nbgrader(tmp_path, "autograde", lesson.name)
    assert not (tmp_path / "autograded" / "right" / lesson.name / "data.txt").exists()
    judged = (tmp_path / "results.jsonl").read_text()
    nbgrader(tmp_path, "autograde", lesson.name, "--force")
    assert (tmp_path / "results.jsonl").read_text() == judged
    nbgrader(tmp_path, "generate_feedback", lesson.name)
    nbgrader(tmp_path, "export")

    with (tmp_path / "grades.csv").open() as file:
        exported = {row["student_id"]: float(row["raw_score"]) for row in csv.DictReader(file)}
    assert exported == pytest.approx({name: sum(earned) for name, (_, earned) in students.items()})

    page = (tmp_path / "feedback" / "loop" / lesson.name / f"{lesson.name}.html").read_text()
    assert "Your code did not finish" in page
