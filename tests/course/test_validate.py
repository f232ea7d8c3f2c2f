"""`nbgrader validate` and JupyterLab's button say what would be graded, and the command's exit status too."""

import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.server_extensions.validate_assignment.handlers import ValidateAssignmentHandler
from nbgrader.validator import Validator

from utils.paths import ROOT

WRONG = "def softmax(x, dim=-1):\n    return x"


def validate(*paths: Path) -> subprocess.CompletedProcess:
    command = [str(Path(sys.executable).parent / "nbgrader"), "validate", *map(str, paths)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)


@pytest.mark.slow
def test_the_exit_status_tells(submission, tmp_path):
    right = submission("00").right().save(tmp_path / "right.ipynb")
    wrong = submission("00").right().answer(softmax=WRONG).save(tmp_path / "wrong.ipynb")
    done = validate(right)
    assert (done.returncode, "Success!" in done.stdout) == (0, True), done.stderr
    done = validate(wrong, right)
    assert done.returncode == 1, done.stderr
    assert "VALIDATION FAILED ON 1 CELL(S)!" in done.stdout
    assert "✗ softmax: not yet" in done.stdout
    assert "..." not in done.stdout, "a sentence is cut off"
    assert "Success!" in done.stdout
    assert not (tmp_path / "results.jsonl").exists()


@pytest.mark.slow
def test_the_button_tells_the_same(submission, tmp_path, monkeypatch):
    wrong = (
        submission("00").right().answer(softmax=WRONG + "  # <script>alert(1)</script>").save(tmp_path / "wrong.ipynb")
    )
    monkeypatch.chdir(ROOT)
    config = ValidateAssignmentHandler.load_config(None)
    (failed,) = Validator(config=config).validate(str(wrong))["failed"]
    assert failed["source"] == 'check("softmax")'
    assert "softmax: not yet" in failed["error"]
    assert "<script>" not in failed["error"]
