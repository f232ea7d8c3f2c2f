"""Each kind of trouble has its own clear sentence, costs only what it must, and never harms the judge."""

import math
import os
import time

import pytest
import torch

from utils.checking.checks import refused
from utils.checking.client import Worker
from utils.checking.judge import judge, load, run_check, shares
from utils.checking.program import Program
from utils.checking.reference import of_this_package
from utils.checking.sameness import same, same_run
from utils.checking.student import Share, Student
from utils.checking.verdict import ERROR, NOT_RUN, NOT_YET, PASSED
from utils.lesson import exercise
from utils.showing.card import card_html, card_text

TROUBLE = {
    "unfilled": ("def softmax(x, dim=-1):\n    raise NotImplementedError", "Not filled in yet"),
    "syntax": ("def softmax(x, dim=-1)\n    return x", "is not valid Python: expected ':' (line 1"),
    "exception": ("def softmax(x, dim=-1):\n    y = x\n    return y / undefined", "NameError: name 'undefined' is not"),
    "line": ("def softmax(x, dim=-1):\n    y = x\n    return y / undefined", "(line 3: return y / undefined)"),
    "at definition": ("table = [][3]\ndef softmax(x, dim=-1):\n    return table", "raised IndexError"),
    "nothing": ("def softmax(x, dim=-1):\n    pass", "is None: is a `return` missing?"),
    "wrong type": ("def softmax(x, dim=-1):\n    return x.tolist()", "is not a tensor"),
    "wrong shape": ("def softmax(x, dim=-1):\n    return x.sum()", "has the wrong shape"),
    "not a number": ("def softmax(x, dim=-1):\n    return x * float('nan')", "contains NaN"),
    "wrong signature": ("def softmax():\n    return 1", "raised TypeError"),
    "not a function": ("softmax = 3", "raised TypeError: 'int' object is not callable"),
    "flood": ("def softmax(x, dim=-1):\n    while True:\n        print('x' * 1000)", "printed more than 1,000,000"),
    "exit": ("import sys\ndef softmax(x, dim=-1):\n    sys.exit()", "stopped the program (SystemExit)"),
    "os exit": ("import os\ndef softmax(x, dim=-1):\n    os._exit(0)", "ended the Python process"),
    "crash": ("import os\ndef softmax(x, dim=-1):\n    os.abort()", "crashed Python (SIGABRT)"),
    "recursion": ("def softmax(x, dim=-1):\n    return softmax(x)", "raised RecursionError"),
    "memory": ("def softmax(x, dim=-1):\n    return [0] * 10**11", "raised MemoryError"),
    "input": ("def softmax(x, dim=-1):\n    return input()", "raised EOFError"),
    "torch's own": (
        "import torch\nsame = torch.softmax\ndef softmax(x, dim=-1):\n    return same(x, dim)",
        "torch's own",
    ),
}


@pytest.mark.parametrize("kind", TROUBLE)
def test_each_trouble_has_its_sentence(kind, worker):
    source, sentence = TROUBLE[kind]
    result = worker.judge([source], "softmax")
    assert (result.status, result.points) == (NOT_YET, 0)
    assert sentence in card_text(result)
    assert len(card_text(result).splitlines()) <= 10


def test_the_line_named_is_one_that_the_learner_wrote(worker):
    """An error inside a piece that the course supplied points at the learner's call, and shows nothing of the piece."""
    source = "def scaled_dot_product_attention(q, k, v, mask=None):\n    return attention_weights(q, k), None"
    result = worker.judge([source], "scaled_dot_product_attention")
    assert "(line 2: return attention_weights(q, k), None)" in card_text(result)


def test_a_hang_ends_in_time_and_the_next_answer_is_judged(worker):
    worker.greeting()  # it may have to load torch first
    start = time.monotonic()
    result = worker.judge(["def softmax(x, dim=-1):\n    while True: pass"], "softmax", limit=2)
    assert time.monotonic() - start < worker.slack  # however busy the machine
    assert "did not finish" in card_text(result)
    assert worker.judge(["def pairwise_dot(x, y):\n    return x @ y.mT"], "pairwise_dot").status == PASSED


def test_a_judge_that_does_not_start_is_not_the_answers_fault(monkeypatch):
    monkeypatch.setattr("utils.checking.client.START", 0.01)
    result = Worker().judge(["def softmax(x, dim=-1):\n    return x"], "softmax")
    assert result.status == ERROR
    assert "did not start" in result.message


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("torch.set_grad_enabled(False)", "switches gradients"),
        ("torch.set_default_dtype(torch.float64)", "default dtype"),
    ],
)
def test_what_is_left_switched_for_others_is_seen(line, told, worker):
    source = f"import torch\n\ndef pairwise_dot(x, y):\n    {line}\n    return x @ y.mT"
    result = worker.judge([source], "pairwise_dot")
    assert result.points == 0
    assert told in card_text(result)


def test_a_hang_in_one_check_leaves_the_other_points(worker):
    source = "def masked_mean(x, mask):\n    while not mask.any(1).all(): pass\n    m = mask.unsqueeze(-1)\n    return (x * m).sum(1) / m.sum(1)"
    result = worker.judge([source], "masked_mean", limit=4)
    assert 0 < result.points < result.max_points
    assert [one.status for one in result.checks].count(PASSED) == 4


def test_what_is_missing_is_not_run(worker):
    result = worker.judge(["x = 1"], "softmax")
    assert result.status == NOT_RUN
    assert "is not defined yet" in result.message


IN_PLACE = """
def scaled_dot_product_attention(q, k, v, mask=None):
    weights = attention_weights(scale_scores(attention_scores(q, k), q.shape[-1]), mask)
    output = weighted_sum(weights, v)
    q.add_(0.5)
    return output, weights
"""


def test_an_input_changed_in_a_way_that_nobody_has_seen_has_a_name(worker):
    result = worker.judge([IN_PLACE], "scaled_dot_product_attention")
    assert (result.status, result.misconception) == (NOT_YET, "changes_its_input")
    assert "Make a new tensor" in result.message
    wrong_scale_too = IN_PLACE.replace("q.shape[-1]", "3")
    assert worker.judge([wrong_scale_too], "scaled_dot_product_attention").misconception is None


def test_prints_are_shown_with_the_card(worker):
    result = worker.judge(
        ["def pairwise_dot(x, y):\n    print('shapes', x.shape)\n    return x @ y.mT"], "pairwise_dot"
    )
    assert result.status == PASSED
    assert "shapes torch.Size" in card_html(result)


def test_markup_in_an_answer_is_shown_as_text(worker):
    result = worker.judge(
        ["def pairwise_dot(x, y):\n    raise ValueError('<script>alert(1)</script>')"], "pairwise_dot"
    )
    assert "&lt;script&gt;" in card_html(result)
    assert "<script>" not in card_html(result)


def test_other_cells_do_not_matter(worker):
    cells = [
        "1 / 0",
        "%matplotlib inline\n!ls",
        "def broken(:",
        "while True: pass",
        "def pairwise_dot(x, y):\n    return x @ y.mT",
    ]
    assert worker.judge(cells, "pairwise_dot").status == PASSED


def test_the_last_definition_counts(worker):
    right, wrong = "def pairwise_dot(x, y):\n    return x @ y.mT", "def pairwise_dot(x, y):\n    return x"
    assert worker.judge([wrong, right], "pairwise_dot").status == PASSED
    assert worker.judge([right, wrong], "pairwise_dot").status == NOT_YET


def test_two_answers_may_have_helpers_of_one_name(worker):
    turn = "def turn(y):\n    return y.transpose(-1, -2)"
    first = "def pairwise_dot(x, y):\n    return x @ turn(y)"
    other = "def turn(x, dim):\n    return x - x.amax(dim, keepdim=True)"
    second = "def softmax(x, dim=-1):\n    e = turn(x, dim).exp()\n    return e / e.sum(dim, keepdim=True)"
    cells = [turn, first, other, second]
    assert worker.judge(cells, "pairwise_dot").status == PASSED
    assert worker.judge([first, turn], "pairwise_dot").status == PASSED
    assert worker.judge(cells, "pairwise_dot", as_run=True).status == NOT_YET


def test_helpers_constants_and_imports_of_other_cells_come_along(worker):
    cells = [
        "import torch as t\nfrom functools import partial",
        "LAST, BEFORE = -1, -2",
        "turn = partial(t.transpose, dim0=LAST, dim1=BEFORE)",
    ]
    assert worker.judge([*cells, "def pairwise_dot(x, y):\n    return x @ turn(y)"], "pairwise_dot").status == PASSED


def test_a_helper_may_have_the_name_of_another_lessons_exercise(worker):
    cells = ["def softmax(scores):\n    return scores.exp() / scores.exp().sum(-1, keepdim=True)"]
    cells += [
        "def attention_weights(scores, mask=None):\n    if mask is not None:\n        scores = scores.masked_fill(~mask, -1e4)\n    w = softmax(scores - scores.amax(-1, keepdim=True))\n    return w if mask is None else w * mask"
    ]
    assert worker.judge(cells, "attention_weights").status == PASSED


OWN_ENCODER = """
class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.after, self.before = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.network, self.look = FeedForward(d_model, d_ff, dropout), MultiHeadAttention(d_model, n_heads, dropout)

    def forward(self, x, mask=None):
        x = self.before(x + self.look(x, x, x, mask))
        return self.after(x + self.network(x))

class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return x
"""
OWN_NAMES = """
def bert_weights(state_dict, n_layers):
    names = {"look.w_q": "attention.self.query", "look.w_k": "attention.self.key", "look.w_v": "attention.self.value"}
    names |= {"look.w_o": "attention.output.dense", "before": "attention.output.LayerNorm"}
    names |= {"network.linear1": "intermediate.dense", "network.linear2": "output.dense", "after": "output.LayerNorm"}
    bert = {key.removeprefix("bert.").replace("gamma", "weight").replace("beta", "bias"): t for key, t in state_dict.items()}
    pairs = [(i, own, theirs, end) for i in range(n_layers) for own, theirs in names.items() for end in ("weight", "bias")]
    return {f"layers.{i}.{own}.{end}": bert[f"encoder.layer.{i}.{theirs}.{end}"] for i, own, theirs, end in pairs}
"""


def test_the_encoder_that_bert_weights_fills_may_be_the_submissions_own(worker):
    right = worker.judge([OWN_ENCODER, OWN_NAMES], "bert_weights")
    assert (right.status, "Encoder" in right.with_own) == (PASSED, True)
    assert worker.judge([OWN_NAMES], "bert_weights").status == NOT_YET
    swapped = OWN_NAMES.replace('"before"', '"once"').replace('"after"', '"before"').replace('"once"', '"after"')
    wrong = worker.judge([OWN_ENCODER, swapped], "bert_weights")
    assert (wrong.status, wrong.misconception) == (NOT_YET, None)
    assert "layers.0.after.weight" in wrong.message, "it speaks of this Encoder's names, not of the course's"


def test_only_the_courses_own_imports_are_left_out():
    source = "import torch.utils.data\nfrom torch.nn.utils import clip_grad_norm_\nfrom utils import check\nimport utils.paths"
    assert [of_this_package(one) for one in Program([source]).statements] == [False, False, True, True]


def test_a_wrong_softmax_does_not_cost_attention_weights(worker):
    wrong = "def softmax(x, dim=-1):\n    return x"
    uses = "def attention_weights(scores, mask=None):\n    return softmax(scores if mask is None else scores.masked_fill(~mask, -torch.inf), dim=-1)"
    assert worker.judge([wrong, uses], "attention_weights").status == PASSED


def test_inputs_are_drawn_anew(worker):
    source = ["def pairwise_dot(x, y):\n    print(x.flatten()[-1].item())\n    return x @ y.mT"]
    assert worker.judge(source, "pairwise_dot").printed != worker.judge(source, "pairwise_dot").printed
    same = [worker.judge(source, "pairwise_dot", seed=3).printed for _ in range(2)]
    assert same[0] == same[1]


def test_infinity_is_the_same_as_itself_alone():
    lost = torch.tensor(math.nan)
    for one in (math.inf, math.nan, Share(lost, 0.1)):
        assert same(one, one)
    for one, other in ((math.inf, 5.0), (5.0, math.inf), (math.inf, -math.inf)):
        assert not same(one, other)


def test_a_fault_of_the_judge_is_not_a_zero_verdict(worker):
    worker.judge(["def softmax(x): pass"], "softmax")
    os.kill(worker._process.pid, 9)
    result = worker.judge(["def softmax(x): pass"], "softmax")
    assert result.status == ERROR
    assert "Run this again" in result.message
    assert worker.judge(["def pairwise_dot(x, y):\n    return x @ y.mT"], "pairwise_dot").status == PASSED


def test_a_piece_that_is_brought_is_no_answer(worker):
    cells = ["from utils import bring\n", 'pairwise_dot = bring("pairwise_dot")']
    assert worker.judge(cells, "pairwise_dot").status == NOT_RUN


def test_what_a_known_mistake_prints_is_not_the_learners(worker):
    answer = "def attention_parameters(d_model):\n    return 3 * (d_model**2 + d_model)"
    result = worker.judge([answer], "attention_parameters")
    assert (result.misconception, result.printed) == ("three_layers", "")


def test_a_table_filled_at_top_level_is_part_of_the_answer(worker):
    fill = "powers = []\nfor p in (1, 0):\n    powers.append(p)\nimport torch\ntorch.manual_seed(1 / 0)"
    answer = "def scale_scores(scores, d_k):\n    return scores / (d_k ** powers[0]) ** 0.5"
    assert worker.judge([fill, answer], "scale_scores").status == PASSED


@pytest.mark.parametrize("name", ["EncoderLayer", "Decoder", "Transformer"])
def test_a_check_sees_the_same_alone_and_after_the_others(name):
    """What an earlier check found out about an answer changes nothing of what a later one draws."""
    namespace = load(Program([exercise(name).source]), name)
    for together in judge(namespace, name, seed=3):
        check, points = next(one for one in shares(name) if one[0].name == together.result.name)
        alone = run_check(check, points, Student(name, namespace, refused(name)), seed=3)
        assert same_run(alone, together), check.name


def test_small_numbers_are_told_apart_by_their_size():
    assert not same(1.0e-6, 1.7e-7)
    assert same(1.0e-6, 1.00001e-6)
    assert same(0.0, 1e-12)
