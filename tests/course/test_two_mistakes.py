"""Two known mistakes in one answer are named together: where each check shows one of them, and where all show both."""

import ast
from types import SimpleNamespace

import pytest

from utils.checking import pairs
from utils.checking.in_one import in_one
from utils.checking.judge import judge, load
from utils.checking.merge import Conflict, merged
from utils.checking.mistakes import mistakes
from utils.checking.program import Program
from utils.checking.reference import reference
from utils.checking.verdict import NOT_YET, ExerciseResult
from utils.checking.worker import judge_here
from utils.paths import BANK

VOCABULARY = """
from collections import Counter

class Vocabulary:
    special = ["<pad>", "<bos>", "<eos>", "<unk>"]

    def __init__(self, texts, min_count=1):
        counts = Counter(" ".join(texts).split())
        for name in self.special:
            counts.pop(name, None)
        self.words = self.special + sorted(counts, key=lambda word: (-counts[word], word))

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.words.index(word) if word in self.words else 3 for word in text.split()]

    def decode(self, ids):
        return "".join(self.words[int(one)] for one in ids if int(one) > 2)
"""
NOAM = """
def noam_learning_rate(step, d_model=512, warmup=4000):
    return min(step**-0.5, step / warmup) / d_model**0.5
"""
LOSS = """
import torch

def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    scores = logits.flatten(0, -2)
    kept = (targets != pad_id).flatten()
    row = torch.arange(scores.shape[0])
    log_p = scores - scores.logsumexp(1, keepdim=True)
    each = smoothing * log_p[row, targets.flatten()] + (1 - smoothing) * log_p.mean(1)
    return -each[kept].sum()
"""
LAYER_NORM = """
import torch
from torch import nn

class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight, self.bias, self.small = nn.Parameter(torch.ones(d_model)), nn.Parameter(torch.zeros(d_model)), eps

    def forward(self, x):
        variance, mean = torch.var_mean(x, -1, keepdim=True)
        return (x - mean) / (variance + self.small) ** 0.5 * self.weight
"""

MEAN = """
def masked_mean(x, mask):
    m = mask[:, :, None].to(x.dtype)
    return (x * m).sum(dim=1, keepdim=True) / m.sum(dim=1, keepdim=True)
"""
IN_PLACE_SUM = """
def mean_pool(hidden, mask):
    hidden *= mask.unsqueeze(-1)
    return hidden.sum(dim=1)
"""
NORMS = """
import torch

def jacobian_norms(W, steps):
    power, result = W, []
    for _ in range(steps):
        result.append(torch.linalg.eigvalsh(power).abs().max())
        power = power @ W
    return torch.stack(result).unsqueeze(1)
"""
PAIRS_TURNED = """
def pairwise_dot(x, y):
    rows = y.float() @ x.float().transpose(-2, -1)
    return rows
"""


@pytest.mark.parametrize(
    ("name", "answer", "both"),
    [
        ("pairwise_dot", PAIRS_TURNED, "float32_inside and rows_and_columns_swapped"),
        ("masked_mean", MEAN, "nan_for_empty_row and time_side_kept"),
        ("jacobian_norms", NORMS, "side_too_many and symmetric_eigenvalues"),
        ("Vocabulary", VOCABULARY, "decode_without_spaces and ignores_min_count"),
        ("noam_learning_rate", NOAM, "step_zero_fails and warmup_power_one"),
        ("label_smoothed_loss", LOSS, "sum_not_mean and weights_exchanged"),
        ("LayerNorm", LAYER_NORM, "bias_unused and unbiased_variance"),
    ],
)
def test_both_are_named(name, answer, both, monkeypatch):
    result = judged(answer, name, monkeypatch)
    assert result.status == NOT_YET
    assert result.misconception == both


def test_of_two_neither_leaves_a_right_result(monkeypatch):
    told = judged(IN_PLACE_SUM, "mean_pool", monkeypatch).message
    assert told.startswith("Your code writes into what it was given")
    assert "does not divide" in told


def test_nothing_is_said_of_a_known_mistake_beside_an_unknown_one(monkeypatch):
    answer = NOAM.replace("d_model**0.5", "d_model**0.4")
    assert judged(answer, "noam_learning_rate", monkeypatch).misconception is None


def test_no_pair_explains_an_answer_that_passes_on_other_inputs():
    runs = [*judge(reference(), "masked_mean", 7)]
    pair = tuple(mistakes("masked_mean")[:2])
    assert pairs.explaining([pair], "masked_mean", runs, 7) == []


def test_two_that_fail_the_same_checks_do_not_share_them_out():
    """Each explains one check, by chance; but with both in one answer neither check would show only one."""
    wrong = BANK / "wrong" / "decoder_mask"
    answer = (wrong / "padding_of_the_first_sentence.py").read_text(encoding="utf-8")
    runs = [*judge(load(Program([answer]), "decoder_mask"), "decoder_mask", 7)]
    pair = wrong / "padding_of_any_sentence.py", wrong / "padding_of_every_sentence.py"
    assert pairs.explaining([pair], "decoder_mask", runs, 7) == []


def judged(answer: str, name: str, monkeypatch) -> ExerciseResult:
    """With time enough for the search, however slow this machine is."""
    monkeypatch.setattr(pairs, "AFFORDABLE", 60.0)
    return judge_here({"exercise": name, "cells": [answer], "seed": 7})


def test_no_answer_is_written_whose_body_both_emptied(tmp_path, monkeypatch):
    answers = {"right/f/one.py": "def f(x):\n    x = 1\n    y = 2\n"}
    answers |= {"wrong/f/a.py": "def f(x):\n    x = 1\n", "wrong/f/b.py": "def f(x):\n    y = 2\n"}
    for name, text in answers.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.setattr("utils.checking.in_one.BANK", tmp_path)
    monkeypatch.setattr(
        "utils.checking.in_one.exercises", lambda: {"f": SimpleNamespace(source=answers["right/f/one.py"])}
    )
    assert in_one(tmp_path / "wrong/f/a.py", tmp_path / "wrong/f/b.py") is None


BASE = "def f(x, y):\n    x = x + 1\n    y = y * 2\n    return x - y\n"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("+ 1", "+ 3"), ("* 2", "* 5"), "def f(x, y):\n    x = x + 3\n    y = y * 5\n    return x - y"),
        (
            ("x - y", "x + y"),
            ("return x", "return -x"),
            "def f(x, y):\n    x = x + 1\n    y = y * 2\n    return -x + y",
        ),
        (("x - y", "x"), ("- y", "- 2 * y"), None),
        (("    y = y * 2\n", ""), ("x - y", "y - x"), "def f(x, y):\n    x = x + 1\n    return y - x"),
        (
            ("return", "y += 1\n    return"),
            ("x + 1", "x"),
            "def f(x, y):\n    x = x\n    y = y * 2\n    y += 1\n    return x - y",
        ),
        (("x + 1", "x + 4"), ("x + 1", "x + 5"), None),
        (("x + 1", "g(x + 1)"), ("x + 1", "x"), "def f(x, y):\n    x = g(x)\n    y = y * 2\n    return x - y"),
        (("x + 1", "x + 1 + (x + 1)"), ("x + 1", "x"), None),
    ],
)
def test_changes_are_put_together(one, other, both):
    trees = [ast.parse(text) for text in (BASE, BASE.replace(*one), BASE.replace(*other))]
    if both is None:
        with pytest.raises(Conflict):
            merged(*trees)
    else:
        assert ast.unparse(ast.fix_missing_locations(merged(*trees))) == both
