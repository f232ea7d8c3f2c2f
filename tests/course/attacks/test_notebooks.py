"""Notebooks that attack nbgrader itself: everyone gets the marks that their answers have earned."""

import json

import pytest
from nbformat.v4 import new_output

from utils.grading.grade_class import grade_class
from utils.paths import SOLUTIONS

WRONG = "def softmax(x, dim=-1):\n    return x"
TRANSFORMER = "get_ipython().input_transformers_cleanup.append(lambda lines: ['2.0'])"


def marked(submission, **metadata):
    """A wrong answer whose check cells carry this metadata of nbgrader's."""
    made = submission("00").answer(softmax=WRONG)
    for cell in made.notebook.cells:
        if cell.id.startswith("check-"):
            cell.metadata["nbgrader"].update(metadata)
    return made


def rewritten(submission, source: str, **changed):
    """A wrong answer whose check cells say something else."""
    made = submission("00").answer(softmax=WRONG)
    for cell in made.notebook.cells:
        if cell.id.startswith("check-"):
            cell.source = source
            cell.update(changed)
    return made


def tagged(submission, tag: str):
    made = submission("00").answer(softmax=WRONG)
    for cell in made.notebook.cells:
        cell.metadata["tags"] = [tag]
    return made


def with_cell(submission, source: str):
    made = submission("00").answer(softmax=f"{WRONG}\n\n{source}")
    return made


def with_outputs(submission):
    """The marks are already there, as outputs of the check cells."""
    made = submission("00").answer(softmax=WRONG)
    for cell in made.notebook.cells:
        if cell.id.startswith("check-"):
            cell.outputs = [new_output("execute_result", data={"text/plain": "2.0"})]
    return made


@pytest.mark.slow
def test_earned_marks_only(submission, tmp_path):
    attacks = {
        "m1_skip_execution": tagged(submission, "skip-execution"),
        "m2_more_points": marked(submission, points=100),
        "m3_not_graded": marked(submission, grade=False),
        "m4_unlocked": marked(submission, locked=False, solution=True),
        "m5_other_check": marked(submission, grade_id="check-pairwise_dot"),
        "m6_own_points": rewritten(submission, "2.0"),
        "m7_markdown": rewritten(submission, "done", cell_type="markdown"),
        "m8_transformer": with_cell(submission, TRANSFORMER),
        "m9_outputs": with_outputs(submission),
    }
    folder = tmp_path / "class"
    for name in ("a_control", "z_control"):
        submission("00").right().save(folder / f"{name}.ipynb")
    for name, made in attacks.items():
        made.save(folder / f"{name}.ipynb")
    (folder / "n1_broken.ipynb").write_text('{"cells": [')
    (folder / "n2_deep.ipynb").write_text("[" * 200_000 + "]" * 200_000)
    (folder / "n3_cells.ipynb").write_text(json.dumps({"cells": 3}))
    (folder / "n4_link.ipynb").symlink_to(SOLUTIONS / "00_start_here" / "00_start_here.ipynb")
    with (folder / "n5_large.ipynb").open("w") as file:
        file.truncate(30 * 2**20)
    lesson = submission("00").lesson
    outcome = grade_class(folder, lesson, tmp_path / "graded")
    marks = {one.student: one for one in outcome.marks}
    assert {name: marks[name].total for name in marks if not marks[name].problem} == pytest.approx(
        {**dict.fromkeys(attacks, 0.0), "a_control": 5.0, "z_control": 5.0}
    )
    assert {name for name in marks if marks[name].problem} == {
        "n1_broken", "n2_deep", "n3_cells", "n4_link", "n5_large"
    }  # fmt: skip
