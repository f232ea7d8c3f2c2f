"""The judge of grading, warm for all attacks."""

import os

import pytest

from utils.grading.judges import GradingJudge

RIGHT = """
import torch

def softmax(x, dim=-1):
    top = x.amax(dim, keepdim=True)
    e = torch.exp(x - torch.where(top.isinf(), 0.0, top))
    total = e.sum(dim, keepdim=True)
    return e / torch.where(total == 0, 1.0, total)
"""


@pytest.fixture(scope="session")
def right() -> str:
    """A right answer to softmax, into which an attack can be written before `top =`."""
    return RIGHT


@pytest.fixture(scope="session")
def grader():
    """The judge; without a sandbox here, there is nothing to attack."""
    os.environ["A_SECRET_OF_THE_JUDGE"] = "1"
    judge = GradingJudge()
    if refusal := judge.greeting()["refusal"]:
        pytest.fail(refusal)
    yield judge
    judge.close()


@pytest.fixture
def unharmed(grader):
    """A right answer is right before and after the attack."""
    assert grader.judge([RIGHT], "softmax").points == 2
    yield
    assert grader.judge([RIGHT], "softmax").points == 2
