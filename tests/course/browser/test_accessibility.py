"""Cards, attention maps, steps of decoding, hints and progress hold no serious fault that axe-core knows, in light and in dark."""

import pytest
import torch

from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED, UNFILLED, CheckResult, ExerciseResult, summed
from utils.record import next_hint, record
from utils.showing.attention import attention_map, attention_maps
from utils.showing.card import card_html
from utils.showing.decoding import DecodingSteps, Step
from utils.showing.progress import Progress

WORDS = ["the", "muddy", "river", "bank"]
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>What people see</title><style>
body {{ background: #ffffff; color: #000000de; font-family: sans-serif }}
@media (prefers-color-scheme: dark) {{ body {{ background: #111111; color: #ffffffde }} }}
</style><main><h1>What people see</h1>{shown}</main></html>"""
"""Background and text of JupyterLab's two themes."""


def cards() -> str:
    checks = [
        CheckResult("a", "Each row of the weights sums to one.", PASSED, 1.0, 1.0),
        CheckResult(
            "b", "Padding never matters.", NOT_YET, 0.0, 1.0, "Wrong values.", "[[1, 0]]", "[[0, 1]]", "Mask it."
        ),
        CheckResult("c", "Gradients flow.", NOT_RUN, 0.0, 1.0, "needs: Padding never matters."),
        CheckResult("d", "It does not crash.", ERROR, 0.0, 1.0, "The course's own check failed."),
    ]
    results = [
        summed("softmax", checks, "Your code divides by the largest.", misconception="x", printed="hello\nworld"),
        summed("softmax", checks[:1]),
        ExerciseResult("softmax", NOT_YET, 0.0, 2.0, message=UNFILLED),
        ExerciseResult("softmax", NOT_RUN, 0.0, 2.0, message="softmax is not defined yet."),
        ExerciseResult("softmax", ERROR, 0.0, 2.0, message="Not judged: run this again."),
    ]
    return "".join(map(card_html, results))


def attention() -> str:
    weights = torch.eye(4)
    one = attention_map(weights, WORDS, title="who looks at whom")
    several = attention_maps(torch.stack([weights, weights.T]), WORDS)
    big = attention_map(torch.softmax(torch.arange(60.0 * 60).view(60, 60).sin(), -1), [f"w{i}" for i in range(60)])
    return "".join(shown._repr_html_() for shown in (one, several, big))


def decoding() -> str:
    first = Step(("<bos>",), ((True,),), (0.2, 0.8), (("vier", 0.9), ("drei", 0.05)), "vier")
    second = Step(("<bos>", "vier"), ((True, False), (True, True)), (1.0, 0.0), (("und", 1.0), ("drei", 0.0)), "und")
    return DecodingSteps(("four", "<eos>"), (first, second))._repr_html_()


def progress() -> str:
    record(ExerciseResult("softmax", NOT_YET, 0.5, 2.0))
    next_hint("softmax", 3)
    return Progress()._repr_html_()


@pytest.mark.slow
@pytest.mark.parametrize("shown", [cards, attention, decoding, progress], ids=lambda made: made.__name__)
def test_axe_finds_no_serious_fault(shown, accessibility_faults, tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(shown=shown()), encoding="utf-8")
    assert accessibility_faults(page) == []
