"""What is true of right answers to lesson 04."""

import contextlib
import functools
import itertools
import math
import re

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from utils.checking import blocks
from utils.checking.blocks import make
from utils.checking.checks import about
from utils.checking.expect import close, equal, fail, gradients_on_again, shape, tensor
from utils.checking.guard import LAYER_NORM
from utils.checking.late import pulled_back
from utils.checking.parts import distances
from utils.checking.properties import agrees, follows_its_numbers
from utils.checking.reference import reference
from utils.checking.student import AnswerRaised, Handle, Student

REFUSED = {"LayerNorm": LAYER_NORM}
COUNTS = {"transformer_parameters"}

D_MODEL, N_HEADS, D_FF = 12, 3, 10
BATCH, SOURCE, TIME = 2, 5, 7


def causal(time: int) -> Tensor:
    return torch.ones(time, time, dtype=torch.bool).tril()


def unrecorded(student: Student, call, *inputs: Tensor) -> Tensor:
    """What the call gives, where that depends on how the answer drew its numbers and so tells no mistakes apart."""
    with torch.no_grad():
        got = tensor(call(*inputs))
    student.forget()
    return got


def same_twice(student: Student, call, *inputs: Tensor) -> bool:
    same = torch.equal(unrecorded(student, call, *inputs), unrecorded(student, call, *inputs))
    student.note(same)
    return same


def reaches_all(student: Student, module: Handle, output: object) -> None:
    """A gradient reaches every parameter; the bias of w_k alone may get zero, because softmax cancels it."""
    output = tensor(output)
    if not output.requires_grad:
        fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
    parameters = module.parameters()
    student.note(len(parameters))
    gradients = pulled_back(output, list(parameters.values()), torch.randn_like(output))
    student.note([gradient is not None and bool(gradient.any()) for gradient in gradients].count(True))
    for name, gradient in zip(parameters, gradients):
        if gradient is None or (not gradient.any() and not name.endswith("w_k.bias")):
            fail(f"No gradient reaches the parameter {name}.", "every parameter is used and learns", f"{name} does not")


def drops(student: Student, module: Handle, *inputs: Tensor) -> None:
    """Random in training mode, always the same in evaluation mode."""
    module.set_mode(True)
    same = same_twice(student, module, *inputs)
    keeps_its_mode(student, module)
    if same:
        fail("In training mode two calls give the same.", "dropout draws anew at each call", "no dropout")
    module.set_mode(False)
    if not same_twice(student, module, *inputs):
        fail("In evaluation mode two calls differ.", "no dropout after .eval()", "dropout")


def keeps_its_mode(student: Student, module: Handle) -> None:
    """A call in training mode leaves the module in it."""
    if not module.training:
        fail("Your code switches to evaluation mode when it is called.", "the mode that was set", "evaluation mode")


def still(student: Student, module: Handle, *inputs: Tensor, how: str = "With dropout=0") -> None:
    """With dropout 0 training and evaluation are the same."""
    before = unrecorded(student, module.set_mode(False), *inputs)
    close(
        unrecorded(student, module.set_mode(True), *inputs),
        before,
        message=f"{how} training mode gives something else than evaluation.",
    )
    module.set_mode(False)


def fit_named(student: Student, module: Handle, values: dict[str, Tensor]) -> None:
    """Write the numbers into the parameters of these names; a sentence when one is missing or of the wrong size."""
    state = module.state()
    student.note({name: tuple(state[name].shape) for name in values if name in state})
    student.note(sorted(tuple(one.shape) for one in module.parameters().values()))  # once each, whatever its aliases
    student.note(sorted({name.partition(".")[0] for name in values} & {name.partition(".")[0] for name in state}))
    for name, value in values.items():
        if name not in state:
            fail(f"There is no parameter {name}.", ", ".join(values), ", ".join(state) or "no parameters")
        shape(state[name], tuple(value.shape), name)
    module.load(values)


# --- LayerNorm


@about("LayerNorm")
def test_small_example_of_layer_norm(student):
    """(1, 1, 3, 3) becomes (-1, -1, 1, 1): its mean is 2 and its variance 1.

    Subtract the mean along the last side, then divide by the square root of the variance.
    """
    x = torch.tensor([[1.0, 1.0, 3.0, 3.0]])
    close(make(student, "LayerNorm", 4)(x), F.layer_norm(x, (4,)))  # with eps: 1 - 5e-6


def learns(student: Student, module: Handle, output: object) -> None:
    """A gradient reaches weight and bias; a sentence when neither asks for one, or one is something else."""
    output, parameters = tensor(output), module.parameters()
    student.note([name in parameters for name in ("weight", "bias")])
    for name in ("weight", "bias"):
        if name not in parameters:
            fail(f"Training never changes `{name}`.", "an nn.Parameter", "a tensor that is kept, but not learned")
    if not output.requires_grad:
        fail("No gradient reaches weight and bias: they ask for none, or the result is cut off (detach, no_grad).")
    reaches_all(student, module, output)


@about("LayerNorm")
def test_weight_and_bias_start_as_one_and_zero(student):
    """It learns a `weight` that starts as ones and a `bias` that starts as zeros, each (d_model,).

    Make both an nn.Parameter in `__init__`, under exactly these names.
    """
    module = student.LayerNorm(5)
    state = module.state()
    student.note(sorted(tuple(one.shape) for one in module.parameters().values()))
    output = module(torch.randn(3, 5))
    student.note(len(module.parameters()))  # weight and bias may be made in the first call
    for name, start in (("weight", torch.ones(5)), ("bias", torch.zeros(5))):
        if name not in state:
            fail(f"There is no parameter called {name}.", "weight and bias", ", ".join(state) or "no parameters")
        close(state[name], start, f"`{name}` before training")
    learns(student, module, output)


@about("LayerNorm", weight=2)
def test_layer_norm_agrees_with_torch(student):
    """With any weight and bias it gives what nn.LayerNorm gives, on 1, 2, 3 and 4 sides.

    Mean and variance belong to each token alone: average over the last side, keepdim=True. The variance divides by
    d_model. Multiply by weight and add bias at the end.
    """
    module = make(student, "LayerNorm", 6)
    block = blocks.drawn_norm(6)
    fit_named(student, module, block.values)
    for sides in ((6,), (3, 6), (2, 4, 6), (2, 3, 4, 6), (1, 3, 6)):
        x = torch.randn(sides) * 2 + 1
        close(module(x), blocks.norm(block, x), f"The result for shape {sides}")
    close(module.set_mode(True)(x), blocks.norm(block, x), "In training mode the result")
    x = 3 * x - 1
    close(module.set_mode(False)(x), blocks.norm(block, x), "In evaluation mode, after a call in training, the result")
    x = 3000 + torch.randn(8, 6)
    expected = blocks.norm(block.double(), x.double()).float()
    got = unrecorded(student, module, x)  # what is left of it after rounding depends on the style
    student.note(got.shape == expected.shape and torch.allclose(got, expected, rtol=0, atol=0.03))
    close(got, expected, "The result for numbers near 3000", scale=3000.0)


@about("LayerNorm")
def test_eps_is_under_the_root(student):
    """eps is added to the variance, under the root, and is 1e-5 unless another one is given.

    sqrt(variance + eps), not sqrt(variance) + eps.
    """
    x = torch.tensor([[1.0, 1.0, 3.0, 3.0]])
    close(make(student, "LayerNorm", 4, eps=3.0)(x), torch.tensor([[-0.5, -0.5, 0.5, 0.5]]), "With eps=3 the result")
    close(make(student, "LayerNorm", 4, 8.0)(x), (x - 2) / 3, "With eps=8 the result")
    tiny = torch.tensor([[0.001, 0.001, -0.001, -0.001]])
    message = "Without `eps=` the result is not that of 1e-5, as numbers of 0.001 show."
    close(make(student, "LayerNorm", 4)(tiny), F.layer_norm(tiny, (4,)), message=message)


@about("LayerNorm")
def test_constant_token_gives_no_nan(student):
    """A token whose numbers are all the same gives the bias, never NaN.

    Its variance is 0: eps keeps the division possible.
    """
    module = make(student, "LayerNorm", 4)
    fit_named(student, module, {"bias": torch.tensor([1.0, 2.0, 3.0, 4.0])})
    equal_numbers = torch.full((1, 4), 8.0)  # powers of two: whatever way to the mean is taken, it is exactly 8
    x = equal_numbers.clone().requires_grad_()
    got = tensor(module(x))
    close(got, torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    if got.requires_grad:
        (gradient,) = pulled_back(got, [x], torch.tensor([[1.0, 0.0, -2.0, 3.0]]))
        student.note(gradient is None or bool(gradient.isfinite().all()))
        if gradient is not None and not gradient.isfinite().all():
            fail("The gradient of such a token is not finite.", "numbers", gradient)


@about("LayerNorm")
def test_each_token_alone(student):
    """Other tokens and other sentences never change what a token becomes.

    Average over the last side only (dim=-1).
    """
    module, x = make(student, "LayerNorm", 4), torch.randn(3, 5, 4)
    before = tensor(module(x)).detach()
    other = torch.randn(3, 5, 4) * 3
    other[1, 2] = x[1, 2]
    got = shape(module(other), (3, 5, 4))
    close(got[1, 2], before[1, 2], message="A token's result moved when only other tokens changed.")


@about("LayerNorm")
def test_layer_norm_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its input alone."""
    module, block = make(student, "LayerNorm", 5).to(torch.float64), blocks.drawn_norm(5).double()
    fit_named(student, module, block.values)
    for sides in ((2, 3, 5), (5, 5, 5)):
        agrees(student, module, lambda x: blocks.norm(block, x), torch.randn(sides))
    learns(student, module, module(torch.randn(2, 3, 5, dtype=torch.float64)))
    near = 1 + 0.001 * torch.randn(2, 3, 5, dtype=torch.float64)
    close(module(near), blocks.norm(block, near), "The result for float64 numbers near 1")
    follows_its_numbers(student, lambda: make(student, "LayerNorm", 5), torch.randn(5, 5, 5))


# --- FeedForward


@about("FeedForward")
def test_small_example_of_feed_forward(student):
    """The example above: (1, 2) is hidden (3, -1), after ReLU (3, 0), and comes out as 3 and 1.

    linear1, then ReLU, then linear2.
    """
    module = make(student, "FeedForward", 2, 3)
    values = {
        "linear1.weight": torch.tensor([[1.0, 1.0], [1.0, -1.0], [0.0, 0.0]]),
        "linear1.bias": torch.zeros(3),
        "linear2.weight": torch.tensor([[1.0, 2.0, 0.0], [0.0, 5.0, 0.0]]),
        "linear2.bias": torch.tensor([0.0, 1.0]),
    }
    fit_named(student, module, values)
    close(module(torch.tensor([[1.0, 2.0]])), torch.tensor([[3.0, 1.0]]))


@about("FeedForward", weight=2)
def test_feed_forward_follows_the_formula(student):
    """It is max(0, x W1 + b1) W2 + b2, on 1, 2, 3 and 4 sides.

    Both linear layers have a bias, ReLU stands between them, and nothing comes after linear2.
    """
    module, block = make(student, "FeedForward", 4, 7), blocks.drawn_feed_forward(4, 7)
    fit_named(student, module, block.values)
    for sides, size in (((4,), 2), ((3, 4), 2), ((2, 5, 4), 2), ((1, 3, 4), 2), ((2, 3, 5, 4), 20)):
        x = torch.randn(sides) * size
        close(module(x), blocks.feed_forward(block, x), f"The result for shape {sides}")


@about("FeedForward")
def test_tokens_do_not_mix(student):
    """Every token goes through on its own: other tokens never change its result.

    The linear layers act on the last side; no other side is touched.
    """
    module, x = make(student, "FeedForward", 4, 6), torch.randn(2, 5, 4)
    fit_named(student, module, blocks.drawn_feed_forward(4, 6).values)
    before = shape(module(x), (2, 5, 4)).detach()
    other = torch.randn(2, 5, 4)
    other[0, 3] = x[0, 3]
    got = shape(module(other), (2, 5, 4))
    close(got[0, 3], before[0, 3], message="A token's result moved when only other tokens changed.")


def levels(got: Tensor, x: Tensor, hidden: Tensor) -> list[list[float]]:
    """By what the input, the hidden numbers and the result are multiplied, and the result's bias: which numbers are dropped
    rests on how the answer draws, what happens to them does not. Where it is not one number of a few, nothing."""

    def among(ratio: Tensor) -> list[float]:
        found = (ratio * 100).round().unique().tolist()
        return found if len(found) < 5 else []

    ways = (got[..., :4] - 1) / x[..., :4], got[..., :4] / hidden, (got[..., :4] + 1) / (hidden + 1), got[..., 4] + 1
    return [among(one) for one in ways]


@about("FeedForward", weight=2)
def test_dropout_falls_on_the_hidden_numbers(student):
    """In training some hidden numbers become 0 and the others grow by 1 / (1 - dropout); in evaluation none.

    Dropout stands after the ReLU and before linear2. Use nn.Dropout, so that .eval() switches it off.
    """
    module = make(student, "FeedForward", 5, 4, 0.25)
    eye = torch.eye(5, 4)
    values = {
        "linear1.weight": eye.T,
        "linear1.bias": torch.ones(4),
        "linear2.weight": eye,
        "linear2.bias": torch.ones(5),
    }
    fit_named(student, module, values)
    x = torch.rand(30, 4, 5) + 1
    hidden = x[..., :4] + 1
    evaluated = unrecorded(student, module, x)
    student.note(levels(shape(evaluated, (30, 4, 5)) - 1, x, hidden))
    close(evaluated, F.pad(hidden, (0, 1)) + 1, "The result in evaluation mode")
    module.set_mode(True)
    got = shape(unrecorded(student, module, x), (30, 4, 5)) - 1
    student.note(levels(got, x, hidden))
    close(got[..., 4], torch.zeros(30, 4), message="Something after linear2 is dropped or scaled in training.")
    kept = (got[..., :4] - hidden / 0.75).abs() < 1e-4
    dropped = got[..., :4].abs() < 1e-5
    share = dropped.float().mean().item()
    if not (kept | dropped).all():
        place = tuple((~(kept | dropped)).nonzero()[0].tolist())
        expected = f"0 or {hidden[place] / 0.75:.4g}, for a hidden number {hidden[place]:.4g}"
        fail("In training a hidden number is neither dropped nor kept.", expected, f"{got[place]:.4g}")
    if not 0.1 < share < 0.4:
        fail("In training the share of dropped numbers is wrong.", "about 0.25", f"{share:.2g}")
    whole = (dropped.all(dim=-1) | kept.all(dim=-1)).float().mean().item()
    if whole > 0.8:
        fail("All hidden numbers of a token are dropped together.", "each number by itself", "whole tokens")
    learning = tensor(module(x))
    if learning.requires_grad:
        parameters = module.parameters()
        pulled_back(learning, list(parameters.values()), torch.ones_like(learning))
    still(student, make(student, "FeedForward", 5, 40), x, how="Without `dropout=`")
    student.forget_all()  # which numbers were dropped is free


@about("FeedForward")
def test_feed_forward_precise_and_differentiable(student):
    """It works in float64, lets gradients through to every parameter and leaves its input alone."""
    module, block = make(student, "FeedForward", 3, 5).to(torch.float64), blocks.drawn_feed_forward(3, 5).double()
    fit_named(student, module, block.values)
    for sides in ((2, 4, 3), (3, 3, 3)):
        agrees(student, module, lambda x: blocks.feed_forward(block, x), torch.randn(sides))
    reaches_all(student, module, module(torch.randn(20, 3, dtype=torch.float64)))
    follows_its_numbers(student, lambda: make(student, "FeedForward", 3, 5), torch.randn(2, 4, 3))


# --- AddAndNorm


def fit_norm(student: Student, module: Handle, block: blocks.Block) -> None:
    student.note(len(module.parameters()))
    nothing = torch.zeros_like(block.values["bias"]).unsqueeze(0)
    unrecorded(student, module, nothing, nothing)
    student.note(len(module.parameters()))  # a norm may be made in the first call
    fit_named(student, module, {f"norm.{role}": value for role, value in block.values.items()})


@about("AddAndNorm")
def test_small_example_of_add_and_norm(student):
    """x = (1, 0, 2, 1) and a sub-layer that gave (0, 1, 1, 2) add up to (1, 1, 3, 3), normalised (-1, -1, 1, 1).

    Add first, then normalise the sum.
    """
    x, given = torch.tensor([[1.0, 0.0, 2.0, 1.0]]), torch.tensor([[0.0, 1.0, 1.0, 2.0]])
    close(make(student, "AddAndNorm", 4)(x, given), torch.tensor([[-1.0, -1.0, 1.0, 1.0]]))


@about("AddAndNorm", weight=2)
def test_norm_of_the_sum(student):
    """It is norm(x + sublayer_output), with the weight and bias of `self.norm`.

    The norm comes last and sees the sum of both.
    """
    module, block = make(student, "AddAndNorm", 6), blocks.drawn_norm(6)
    fit_norm(student, module, block)
    for sides, size in (((4, 6), 1), ((2, 3, 6), 1000), ((1, 3, 6), 1), ((2, 3, 4, 6), 1)):
        x, given = torch.randn(sides) * size, torch.randn(sides) * 2 * size
        close(module(x, given), blocks.norm(block, x + given), f"The result for shape {sides}")
    module(x / 1000, given / 1000)  # in the record alone: by the norm's eps, x twice differs from half of the other
    message = "A second AddAndNorm of the same size has the weight and bias of the first."
    close(make(student, "AddAndNorm", 6)(x, given), F.layer_norm(x + given, (6,)), message=message)


def noting_the_place(student: Student, module: Handle, block: blocks.Block, x: Tensor, given: Tensor) -> Tensor:
    """What the module gives. Which numbers it drops rests on how it draws them, so the record gets what is dropped and by
    how much the rest grows, where that can be told."""
    got = tensor(module(x, given)).detach()
    if got.shape == x.shape and (place := _place(block, x[:20], given[:20], got[:20])):
        student.forget()
        student.note(place)
    return got


def _place(block: blocks.Block, x: Tensor, given: Tensor, got: Tensor) -> str:
    masks = torch.tensor(list(itertools.product((0.0, 1.0), repeat=3))).unsqueeze(1)  # (masks, 1, 3)
    ways = {
        "nothing": lambda m: blocks.norm(block, x + given).unsqueeze(0),
        "sublayer_output": lambda m: blocks.norm(block, x + given * m),
        "x": lambda m: blocks.norm(block, x * m + given),
        "sum": lambda m: blocks.norm(block, (x + given) * m),
        "result": lambda m: blocks.norm(block, x + given) * m,
        "each": lambda m: blocks.norm(block, x * m + (given * m).unsqueeze(1)).flatten(0, 1),
    }
    for grown, (place, possible) in itertools.product((1 / 0.75, 1.0, 1 / 0.25, 2.0), ways.items()):
        if (possible(masks * grown) - got).abs().amax(dim=-1).amin(dim=0).max() < 1e-4:
            return f"{place} {grown:.2f}"
    return ""


@about("AddAndNorm", weight=2)
def test_only_the_sublayer_is_dropped(student):
    """In training dropout falls on numbers of sublayer_output only, before they are added; in evaluation on none.

    norm(x + dropout(sublayer_output)): x itself goes round, whole.
    """
    module, block = make(student, "AddAndNorm", 3, 0.25), blocks.drawn_norm(3)
    fit_norm(student, module, block)
    x, given = torch.randn(60, 3), torch.randn(60, 3)
    evaluated = noting_the_place(student, module, block, x, given)
    close(evaluated, blocks.norm(block, x + given), "The result in evaluation mode")
    module.set_mode(True)
    got = shape(noting_the_place(student, module, block, x, given), (60, 3))
    masks = torch.tensor(list(itertools.product((0.0, 1.0), repeat=3)))
    possible = blocks.norm(block, x + given * masks.unsqueeze(1) / 0.75)  # (masks, tokens, 3)
    which = (possible - got).abs().amax(dim=-1)
    if (which.amin(dim=0) > 1e-4).any():
        token = int((which.amin(dim=0) > 1e-4).nonzero()[0])
        shown = f"norm({_row(x[token])} + {_row(given[token])} with some numbers dropped, the others / 0.75)"
        fail("In training something else than sublayer_output is dropped or scaled.", shown, _row(got[token]))
    dropped = 1 - masks[which.argmin(dim=0)]
    if not 0.08 < dropped.mean() < 0.45:
        fail("In training the share of dropped numbers is wrong.", "about 0.25", f"{dropped.mean():.2g}")
    if ((dropped == dropped[:, :1]).all(dim=-1)).float().mean() > 0.9:
        fail("All numbers of a token are dropped together.", "each number by itself", "whole tokens")
    student.note(student.changed_its_input)
    if student.changed_its_input:
        fail("In training your code changes what it was given.", "a new tensor", "other numbers in it after the call")
    still(student, make(student, "AddAndNorm", 3), x, given, how="Without `dropout=`")
    student.forget_all()  # which numbers were dropped is free


def _row(values: Tensor) -> str:
    return f"[{', '.join(f'{one:.3g}' for one in values.tolist())}]"


@about("AddAndNorm", weight=2)
def test_add_and_norm_precise_and_differentiable(student):
    """It works in float64, lets gradients through both ways and leaves its inputs alone.

    Write x + ..., not x += ...: the caller still needs x.
    """
    module, block = make(student, "AddAndNorm", 5).to(torch.float64), blocks.drawn_norm(5).double()
    fit_norm(student, module, block)
    for sides in ((2, 3, 5), (5, 5, 5)):
        inputs = torch.randn(sides), torch.randn(sides)
        agrees(student, module, lambda x, given: blocks.norm(block, x + given), *inputs)
    reaches_all(student, module, module(*(one.double() for one in inputs)))
    follows_its_numbers(student, lambda: make(student, "AddAndNorm", 5), *inputs)


# --- EncoderLayer


def encoder_layer(student: Student, dropout: float = 0.0) -> tuple[Handle, list[blocks.Block]]:
    """A layer of the answer, in eval mode, that holds the numbers of the blocks."""
    module = make(student, "EncoderLayer", D_MODEL, N_HEADS, D_FF, dropout)
    layer = blocks.drawn_encoder(1, D_MODEL, D_FF)
    blocks.fit(student, module, layer, torch.randn(BATCH, SOURCE, D_MODEL))
    return module, layer


@about("EncoderLayer")
def test_silent_encoder_layer(student):
    """When attention and feed-forward return zero, (1, 1, 3, 3) becomes (-1, -1, 1, 1): only the norms are left.

    Each sub-layer's result is added to what went in, and the norm comes after the sum.
    """
    module = make(student, "EncoderLayer", 4, 2, 3)
    layer = blocks.silenced(blocks.drawn_encoder(1, 4, 3))
    blocks.fit(student, module, layer, torch.randn(1, 2, 4))
    close(module(torch.tensor([[[1.0, 1.0, 3.0, 3.0]]])), torch.tensor([[[-1.0, -1.0, 1.0, 1.0]]]))


@about("EncoderLayer", weight=3)
def test_encoder_layer_agrees_with_torch(student):
    """With the same weights nn.TransformerEncoderLayer gives the same.

    x = add_norm1(x, attention(x, x, x)), then x = add_norm2(x, feed_forward(x)): a norm for each.
    """
    module, layer = encoder_layer(student)
    oracle = blocks.torch_layer(layer, N_HEADS)
    x = torch.randn(BATCH, SOURCE, D_MODEL)
    close(module(x), oracle(x))
    one = torch.randn(1, 1, D_MODEL)
    close(module(one), oracle(one), "For one sentence of one token the result")
    wide, layer, x = (
        make(student, "EncoderLayer", 16, 2, D_FF),
        blocks.drawn_encoder(1, 16, D_FF),
        torch.randn(2, 3, 16),
    )
    blocks.fit(student, wide, layer, x)
    close(wide(x), blocks.torch_layer(layer, 2)(x), "The result for d_model 16 and 2 heads")


@about("EncoderLayer", weight=2)
def test_encoder_layer_hands_the_mask_on(student):
    """The mask reaches the attention, whatever shape it comes in; a row of padding only gives no NaN.

    Pass `mask` on as the attention's fourth argument.
    """
    module, layer = encoder_layer(student)
    x = torch.randn(BATCH, SOURCE, D_MODEL)
    padded = torch.tensor([[[True, True, True, False, False]], [[True] * 5]])
    empty = torch.tensor([[[True, False, True, True, False]], [[False] * 5]])
    each = torch.rand(BATCH, SOURCE, SOURCE) > 0.4
    for mask in (padded, causal(SOURCE), each, each[:1], empty):
        expected = blocks.encoder(layer, x, mask, n_heads=N_HEADS)
        close(module(x, mask), expected, f"The result with a mask of shape {tuple(mask.shape)}")
    close(module(x, mask=mask), expected, "The result with mask=...")
    close(module(x), blocks.encoder(layer, x, n_heads=N_HEADS), "After calls with masks, the result without one")


@about("EncoderLayer")
def test_padding_never_moves_a_token(student):
    """What stands in the padding never changes what the real tokens become.

    Padding may be attended to only when the mask does not arrive.
    """
    module, _ = encoder_layer(student)
    x, mask = torch.randn(BATCH, SOURCE, D_MODEL), torch.tensor([[[True, True, True, False, False]]])
    before = shape(module(x, mask), x.shape).detach()
    other = torch.cat([x[:, :3], torch.randn(BATCH, 2, D_MODEL) * 10], dim=1)
    got = shape(module(other, mask), x.shape)
    close(got[:, :3], before[:, :3], message="The result moved when only padding changed.")


def residual_dropout(student: Student, name: str, kinds: tuple[str, ...], draw, *inputs: Tensor) -> None:
    """Each sub-layer's result is dropped before it is added: one after the other is made constant, the rest silent."""
    module = make(student, name, D_MODEL, N_HEADS, D_FF, 0.5)
    drops(student, module, *inputs)
    silent = blocks.silenced(draw(1, D_MODEL, D_FF))
    fitted = blocks.fit(student, module, silent, *inputs)
    module.set_mode(True)
    undropped, loud_layers = [], []
    for index, kind in enumerate(kinds):
        layer = blocks.silenced(silent)
        loud = [one for one in layer if one.kind != blocks.NORM][index]
        role = "w_o.bias" if loud.kind == blocks.ATTENTION else "linear2.bias"
        loud.values[role] = torch.randn(D_MODEL)
        loud_layers.append((layer, loud.values[role]))
        fitted.write(layer)
        undropped += [kind] if same_twice(student, module, *inputs) else []
    if undropped:
        message = f"In training nothing of what the {undropped[0]} gives is dropped before it is added."
        fail(message, "norm(x + dropout(sublayer_output))", "the same at every call")
    fitted.write(silent)
    if not same_twice(student, module, *inputs):
        message = "In training something is dropped of x itself, which goes round the sub-layers."
        fail(message, "norm(x + dropout(sublayer_output))", "another result at each call where sub-layers give 0")
    for kind, (layer, bias) in zip(kinds, loud_layers):
        bias[0] = 300.0
        fitted.write(layer)
        dropped_once(student, module, kind, *inputs)
    still(student, make(student, name, D_MODEL, N_HEADS, D_FF), *inputs, how="Without `dropout=`")


def kept_share(student: Student, module: Handle, *inputs: Tensor) -> float:
    """How often the first number of a result, made so large that the norm shows it, was not dropped."""
    got = unrecorded(student, module, *inputs)
    return (shape(got, tuple(inputs[0].shape))[..., 0] > 3.0).float().mean().item()


def dropped_once(student: Student, module: Handle, kind: str, *inputs: Tensor) -> None:
    """Of a sub-layer's first number, made so large that the norm shows where it was kept, half is dropped, not more."""
    kept = kept_share(student, module, *(one.repeat(40, 1, 1) for one in inputs))
    student.note(kept > 0.37)
    if kept < 0.37:
        message = f"In training more of what the {kind} gives is dropped than `dropout` says: is it dropped twice?"
        fail(message, "about 50% of a number kept, with dropout=0.5", f"{kept:.0%}")


@about("EncoderLayer")
def test_encoder_layer_drops_in_training_only(student):
    """In training, what each sub-layer gives is dropped at random before it is added; in evaluation never.

    Pass `dropout` on to both Add & Norm.
    """
    x = torch.randn(BATCH, SOURCE, D_MODEL)
    still(student, make(student, "EncoderLayer", D_MODEL, N_HEADS, D_FF, 0.0), x)
    residual_dropout(student, "EncoderLayer", ("attention", "feed-forward"), blocks.drawn_encoder, x)


@about("EncoderLayer", weight=2)
def test_encoder_layer_precise_and_differentiable(student):
    """It works in float64, a gradient reaches every parameter, x is left alone and other weights can be loaded.

    Write x = x + ..., not x += ...: the caller still needs x.
    """
    module, layer = encoder_layer(student)
    module, layer = module.to(torch.float64), [one.double() for one in layer]
    x, mask = torch.randn(BATCH, SOURCE, D_MODEL), causal(SOURCE)
    agrees(student, module, lambda x, mask: blocks.encoder(layer, x, mask, n_heads=N_HEADS), x, mask)
    reaches_all(student, module, module(x.double()))
    follows_its_numbers(student, lambda: make(student, "EncoderLayer", D_MODEL, N_HEADS, D_FF), x)


# --- Encoder

DEEP = 10.0
"""`scale` for what several layers give: each norm divides by a spread, where that is small rounding errors grow."""


def count_layers(student: Student, module: Handle, wanted: int) -> None:
    layers = module.layers
    got = len(layers) if isinstance(layers, tuple | list | Handle) else None
    student.forget(2 if isinstance(layers, Handle) else 1)  # nn.ModuleList or nn.Sequential: free
    student.note(got)
    if got != wanted:
        fail(f"`layers` should hold {wanted} layers.", str(wanted), "no list of layers" if got is None else str(got))


def stack(student: Student, name: str, n_layers: int, *inputs: Tensor) -> tuple[Handle, list[blocks.Block]]:
    """An encoder or decoder of the answer, in eval mode, that holds the numbers of the blocks."""
    draw = blocks.drawn_encoder if name == "Encoder" else blocks.drawn_decoder
    module = make(student, name, n_layers, D_MODEL, N_HEADS, D_FF)
    numbers = draw(n_layers, D_MODEL, D_FF)
    blocks.fit(student, module, numbers, *inputs)
    return module, numbers


def note_used(student: Student, module: Handle, output: object, n_layers: int) -> None:
    """Put into the record which of `n_layers` equal layers the output rests on, whatever they are called."""
    parameters, output = list(module.parameters().values()), tensor(output)
    if parameters and output.requires_grad:
        gradients = torch.autograd.grad(output.sum(), parameters, allow_unused=True)
        used = [place for place, one in enumerate(gradients) if one is not None]
        student.note(sorted({place * n_layers // len(parameters) for place in used}))


def runs_in_order(module: Handle, output: object) -> None:
    """The layers run in the order in which they stand in `layers`: the first one's numbers lie furthest from the output."""
    steps: dict[int, int] = {}
    for name, distance in distances(module.parameters(), tensor(output)).items():
        if match := re.match(r"layers\.(\d+)\.", name):
            steps[int(match[1])] = max(distance, steps.get(int(match[1]), -1))
    used = [index for index in sorted(steps) if steps[index] >= 0]
    got = sorted(used, key=lambda index: -steps[index])
    if got != used:
        names = [", ".join(f"layers[{index}]" for index in order) for order in (used, got)]
        fail("The layers run in another order than they stand in.", *names)


def own_weights(student: Student, name: str, per_layer: int) -> None:
    """As many learned numbers as the layers have together; seven are more than the paper has."""
    for n_layers, many in ((3, "three"), (7, "seven")):
        module = make(student, name, n_layers, D_MODEL, N_HEADS, D_FF)
        count_layers(student, module, n_layers)
        got = sum(one.numel() for one in module.parameters().values())
        if got != n_layers * per_layer:
            message = f"{many.capitalize()} layers do not have the parameters of {many} layers."
            fail(message, f"{n_layers * per_layer:,}", f"{got:,}")


def silent_in_training(student: Student, module: Handle, *inputs: Tensor) -> None:
    """In training nothing is dropped but what the sub-layers give, which is zero here."""
    before = unrecorded(student, module, *inputs)
    got = unrecorded(student, module.set_mode(True), *inputs)
    student.note([bool((got == 0).any()), module.training])
    message = "In training something is dropped of x itself, which goes round the sub-layers, or of the result."
    close(got, before, message=message)


@about("Encoder")
def test_silent_encoder(student):
    """When every sub-layer returns zero, two layers turn (1, 1, 3, 3) into (-1, -1, 1, 1), in training too.

    Hand x from layer to layer: x = layer(x, mask).
    """
    module = make(student, "Encoder", 2, 4, 2, 3, 0.5)
    numbers = blocks.silenced(blocks.drawn_encoder(2, 4, 3))
    blocks.fit(student, module, numbers, torch.randn(1, 2, 4))
    close(module(torch.tensor([[[1.0, 1.0, 3.0, 3.0]]])), torch.tensor([[[-1.0, -1.0, 1.0, 1.0]]]))
    silent_in_training(student, module, torch.randn(1, 5, 4))


@about("Encoder", weight=2)
def test_encoder_is_its_layers_in_a_row(student):
    """The result is that of the layers one after the other.

    No layer is left out, none is run twice, and nothing is added after the last.
    """
    for n_layers, batch in ((3, BATCH), (1, SOURCE)):
        x = torch.randn(batch, SOURCE, D_MODEL)
        module, numbers = stack(student, "Encoder", n_layers, x)
        got = module(x)
        note_used(student, module, got, n_layers)
        runs_in_order(module, got)
        close(got, blocks.encoder(numbers, x, n_heads=N_HEADS), f"The result of {n_layers} layers", scale=DEEP)


@about("Encoder", weight=2)
def test_encoder_hands_the_mask_to_every_layer(student):
    """Every layer gets the mask: padding never changes a real token, however many layers there are.

    layer(x, mask) in each round of the loop.
    """
    x = torch.randn(BATCH, SOURCE, D_MODEL)
    module, numbers = stack(student, "Encoder", 3, x)
    for mask in (torch.tensor([[[True, True, False, False, True]], [[True] * 5]]), causal(SOURCE)):
        expected = blocks.encoder(numbers, x, mask, n_heads=N_HEADS)
        close(module(x, mask), expected, f"The result with a mask of shape {tuple(mask.shape)}", scale=DEEP)
    close(module(x, mask=mask), expected, "The result with mask=...", scale=DEEP)
    expected = blocks.encoder(numbers, x, n_heads=N_HEADS)
    close(module(x), expected, "After calls with masks, the result without one", scale=DEEP)


@about("Encoder")
def test_every_encoder_layer_has_its_own_weights(student):
    """`layers` holds n_layers layers, and each learns numbers of its own.

    Make a new layer for each (or a deep copy), and keep them in an nn.ModuleList: in a plain list torch does not see them.
    """
    attention, network = 4 * (D_MODEL**2 + D_MODEL), 2 * D_MODEL * D_FF + D_FF + D_MODEL
    own_weights(student, "Encoder", attention + network + 4 * D_MODEL)


def every_layer_drops(student: Student, name: str, numbers: list[blocks.Block], *inputs: Tensor) -> None:
    """Each of two layers drops the share that `dropout` names of what its feed-forward gives."""
    module = make(student, name, 2, D_MODEL, N_HEADS, D_FF, 0.5)
    fitted = blocks.fit(student, module, numbers, *inputs)
    module.set_mode(True)
    for place in range(2):
        silent = blocks.silenced(numbers)
        loud = [one for one in silent if one.kind == blocks.FEED_FORWARD][place]
        loud.values["linear2.bias"][0] = 300.0
        fitted.write(silent)
        kept = kept_share(student, module, *(one.repeat(40, 1, 1) for one in inputs))
        student.note(0.37 < kept < 0.63)
        if not 0.37 < kept < 0.63:
            message = f"Layer {place + 1} of 2 does not drop as much as `dropout` says."
            fail(message, "about 50% of a number kept, with dropout=0.5", f"{kept:.0%}")


def reads_all_memory(student: Student, name: str, numbers: list[blocks.Block], *sizes: int) -> None:
    """In training nothing of the memory itself is dropped, which all words of a sentence would miss at once."""
    module, x = make(student, name, *sizes, 0.5), torch.randn(80, 20, D_MODEL)
    memory = torch.zeros(80, 1, D_MODEL)
    memory[..., 0] = 300.0
    silent = blocks.silenced(numbers)
    cross = [one for one in silent if one.kind == blocks.ATTENTION][1]
    cross.values["w_v.weight"][0, 0] = cross.values["w_o.weight"][0, 0] = 1.0
    blocks.fit(student, module, numbers, x[:2], memory[:2]).write(silent)
    got = unrecorded(student, module.set_mode(True), x, memory)
    missed = (shape(got, (80, 20, D_MODEL))[..., 0] <= 3.0).all(dim=1).float().mean().item()
    student.note(missed > 0.25)
    if missed > 0.25:
        message = "In training something of the memory is dropped before it is read."
        fail(
            message,
            "a memory that some word of each sentence reads",
            f"{missed:.0%} of the sentences read nothing of it",
        )


def every_layer_runs(student: Student, module: Handle, x: Tensor, *more: Tensor) -> None:
    """In training no layer is left out at random: x itself never comes back."""
    skipped = any(torch.equal(x, unrecorded(student, module, x, *more)) for _ in range(10))
    student.note(skipped)
    if skipped:
        fail("In training a layer is left out.", "dropout inside the layers, all of which run", "x itself")


@about("Encoder")
def test_encoder_drops_in_training_only(student):
    """`dropout` reaches the layers: random in training, always the same in evaluation.

    Pass it on when you make each layer.
    """
    x = torch.randn(BATCH, SOURCE, D_MODEL)
    for n_layers in (2, 1):
        drops(student, make(student, "Encoder", n_layers, D_MODEL, N_HEADS, D_FF, 0.5), x)
    every_layer_drops(student, "Encoder", blocks.drawn_encoder(2, D_MODEL, D_FF), x)
    every_layer_runs(student, make(student, "Encoder", 1, D_MODEL, N_HEADS, D_FF, 0.9).set_mode(True), x)
    still(student, make(student, "Encoder", 3, D_MODEL, N_HEADS, D_FF, 0.0), x)
    still(student, make(student, "Encoder", 1, D_MODEL, N_HEADS, D_FF), x, how="Without `dropout=`")


@about("Encoder")
def test_encoder_precise_and_differentiable(student):
    """It works in float64, a gradient reaches every parameter, x is left alone and other weights can be loaded."""
    x, mask = torch.randn(1, SOURCE, D_MODEL), causal(SOURCE)
    module, numbers = stack(student, "Encoder", 2, x)
    module, numbers = module.to(torch.float64), [one.double() for one in numbers]
    agrees(student, module, lambda x, mask: blocks.encoder(numbers, x, mask, n_heads=N_HEADS), x, mask)
    reaches_all(student, module, module(x.double()))
    follows_its_numbers(student, lambda: make(student, "Encoder", 2, D_MODEL, N_HEADS, D_FF), x)


# --- decoder_mask


def wanted_mask(tokens: Tensor, pad_id: int = 0) -> Tensor:
    batch, time = tokens.shape
    rows = [[[j <= i and int(tokens[b, j]) != pad_id for j in range(time)] for i in range(time)] for b in range(batch)]
    return torch.tensor(rows)


@about("decoder_mask")
def test_small_example_of_decoder_mask(student):
    """For tokens 1, 7, 0 the three rows are (yes, no, no), (yes, yes, no), (yes, yes, no).

    Row i says which tokens position i may see: up to itself, and no padding.
    """
    got = student.decoder_mask(torch.tensor([[1, 7, 0]]))
    close(got, torch.tensor([[[True, False, False], [True, True, False], [True, True, False]]]))


@about("decoder_mask", weight=2)
def test_causal_and_not_padding(student):
    """Entry [sentence, i, j] is True exactly when j is not after i and token j is not padding.

    Combine both masks with `&`; the padding lies on the side of the keys, the last one.
    """
    tokens = torch.tensor([[1, 5, 9, 4, 3], [1, 6, 0, 0, 0], [0, 0, 1, 7, 0], [1, 0, 8, 3, 2]])
    for batch in (tokens, tokens.flip(0)):
        close(student.decoder_mask(batch), wanted_mask(batch))


@about("decoder_mask")
def test_shape_of_decoder_mask(student):
    """The mask is boolean and (batch, time, time), for one sentence or one token too.

    A mask of 0 and 1, or of -inf, is not what the attention of this course takes.
    """
    calls = student.count_torch_calls(student.decoder_mask, torch.randint(1, 9, (1, 8)))
    longest = 513 if calls < 50 else 65  # entry by entry, 513 words take seconds
    for batch, time in ((3, 4), (1, 6), (2, 1), (1, longest)):
        tokens = torch.randint(1, 9, (batch, time))
        got = shape(student.decoder_mask(tokens), (batch, time, time))
        if got.dtype != torch.bool:
            fail("The mask is not boolean.", "torch.bool", str(got.dtype))
    student.forget()  # right here, and of a length that rests on how it is written


@about("decoder_mask")
def test_another_pad_id(student):
    """Padding is whatever `pad_id` says, and tokens are left alone.

    Compare the tokens with pad_id.
    """
    tokens = torch.tensor([[1, 0, 5, 5], [2, 4, 0, 5]])
    close(student.decoder_mask(tokens, 5), wanted_mask(tokens, 5))
    close(student.decoder_mask(tokens, pad_id=4), wanted_mask(tokens, 4))
    if student.changed_its_input:
        fail("Your code changes the tokens in place.", "a new tensor", "tokens with other values after the call")


# --- DecoderLayer


def decoder_layer(student: Student, dropout: float = 0.0) -> tuple[Handle, list[blocks.Block]]:
    module = make(student, "DecoderLayer", D_MODEL, N_HEADS, D_FF, dropout)
    layer = blocks.drawn_decoder(1, D_MODEL, D_FF)
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    blocks.fit(student, module, layer, x, memory)
    return module, layer


@about("DecoderLayer")
def test_silent_decoder_layer(student):
    """When all three sub-layers return zero, (1, 1, 3, 3) becomes (-1, -1, 1, 1), whatever the memory holds.

    Each sub-layer's result is added to what went in, and a norm comes after each sum.
    """
    module = make(student, "DecoderLayer", 4, 2, 3)
    layer = blocks.silenced(blocks.drawn_decoder(1, 4, 3))
    blocks.fit(student, module, layer, torch.randn(1, 2, 4), torch.randn(1, 3, 4))
    got = module(torch.tensor([[[1.0, 1.0, 3.0, 3.0]]]), torch.tensor([[[5.0, 6.0, 7.0, 9.0]]]))
    close(got, torch.tensor([[[-1.0, -1.0, 1.0, 1.0]]]))


@about("DecoderLayer", weight=3)
def test_decoder_layer_agrees_with_torch(student):
    """With the same weights nn.TransformerDecoderLayer gives the same, for sources longer and shorter than the target.

    Self-attention first, then attention whose queries are x and whose keys and values are the memory, then
    feed-forward; three norms.
    """
    module, layer = decoder_layer(student)
    oracle = blocks.torch_layer(layer, N_HEADS)
    for batch, time, source in ((BATCH, TIME, SOURCE), (1, 3, 6), (1, 1, 1)):
        x, memory = torch.randn(batch, time, D_MODEL), torch.randn(batch, source, D_MODEL)
        close(module(x, memory), oracle(x, memory), f"The result for {time} target and {source} source tokens")
    x, memory = torch.randn(1, 3, D_MODEL), torch.randn(1, 6, D_MODEL)
    memory[0, 4:] = 0
    close(module(x, memory), oracle(x, memory), "Without a mask, with zeros in the memory, the result")
    wide, layer = make(student, "DecoderLayer", 16, 2, D_FF), blocks.drawn_decoder(1, 16, D_FF)
    x, memory = torch.randn(2, 3, 16), torch.randn(2, 4, 16)
    blocks.fit(student, wide, layer, x, memory)
    close(wide(x, memory), blocks.torch_layer(layer, 2)(x, memory), "The result for d_model 16 and 2 heads")


def some_sources() -> Tensor:
    """A mask that forbids what every token of the target may see, the first one, and allows the second."""
    mask = torch.rand(BATCH, 1, TIME) > 0.4
    mask[..., 0], mask[..., 1] = False, True
    return mask


@about("DecoderLayer", weight=2)
def test_each_attention_has_its_mask(student):
    """self_mask goes to the self-attention, memory_mask to the cross-attention; no NaN where nothing is allowed.

    Source and target have different lengths, so a mask in the wrong place usually does not even fit.
    """
    module, layer = decoder_layer(student)
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    padded = torch.tensor([[[True, True, True, False, False]], [[True] * 5]])
    empty = torch.tensor([[[True, False, True, True, False]], [[False] * 5]])
    each = torch.rand(BATCH, TIME, SOURCE) > 0.4
    own = causal(TIME) & (torch.rand(BATCH, 1, TIME) > 0.3)
    free = torch.rand(BATCH, TIME, TIME) > 0.4  # the caller may let a token see what comes after it
    for self_mask, memory_mask in (
        (causal(TIME), padded),
        (causal(TIME), None),
        (own, each),
        (free, empty),
        (None, padded),
    ):
        given = [mask for mask in (self_mask, memory_mask)]
        expected = blocks.decoder(layer, x, memory, *given, n_heads=N_HEADS)
        names = " and ".join(name for name, mask in zip(("self_mask", "memory_mask"), given) if mask is not None)
        close(module(x, memory, *given), expected, f"The result with {names}")
    square = torch.randn(BATCH, TIME, D_MODEL)
    both = {"self_mask": causal(TIME), "memory_mask": some_sources()}
    for masks in (both, {"self_mask": causal(TIME)}):
        expected = blocks.decoder(layer, x, square, **masks, n_heads=N_HEADS)
        what = f"The result with {' and '.join(masks)}, source and target equally long,"
        close(module(x, square, **masks), expected, what)


@about("DecoderLayer")
def test_later_tokens_never_move_earlier_ones(student):
    """With a causal self_mask, changing later target tokens never changes an earlier result.

    Give self_mask to the self-attention. This is the probe that finds a model which trains well and cannot decode.
    """
    module, _ = decoder_layer(student)
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    before = shape(module(x, memory, causal(TIME)), x.shape).detach()
    other = torch.cat([x[:, :4], torch.randn(BATCH, TIME - 4, D_MODEL) * 5], dim=1)
    got = shape(module(other, memory, causal(TIME)), x.shape)
    close(got[:, :4], before[:, :4], message="Earlier results moved when only later tokens changed.")


@about("DecoderLayer")
def test_source_padding_never_moves_a_result(student):
    """With memory_mask, what stands in the memory's padding never changes a result.

    Give memory_mask to the cross-attention.
    """
    module, _ = decoder_layer(student)
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    mask = torch.tensor([[[True, True, True, False, False]]])
    before = shape(module(x, memory, None, mask), x.shape).detach()
    other = torch.cat([memory[:, :3], torch.randn(BATCH, 2, D_MODEL) * 10], dim=1)
    close(module(x, other, None, mask), before, message="The result moved when only the memory's padding changed.")


@about("DecoderLayer")
def test_decoder_layer_drops_in_training_only(student):
    """In training, what each of the three sub-layers gives is dropped at random before it is added; in evaluation never.

    Pass `dropout` on to all three Add & Norm.
    """
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    kinds = ("self-attention", "cross-attention", "feed-forward")
    residual_dropout(student, "DecoderLayer", kinds, blocks.drawn_decoder, x, memory)
    reads_all_memory(student, "DecoderLayer", blocks.drawn_decoder(1, D_MODEL, D_FF), D_MODEL, N_HEADS, D_FF)


@about("DecoderLayer", weight=2)
def test_decoder_layer_precise_and_differentiable(student):
    """It works in float64, gradients reach x, memory and every parameter, inputs are left alone and other weights can be loaded.

    Write x = x + ..., not x += ...; the memory is not detached: the encoder learns through it.
    """
    module, layer = decoder_layer(student)
    module, layer = module.to(torch.float64), [one.double() for one in layer]
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)

    def oracle(x, memory, mask):
        return blocks.decoder(layer, x, memory, mask, n_heads=N_HEADS)

    agrees(student, module, oracle, x, memory, causal(TIME))
    reaches_all(student, module, module(x.double(), memory.double()))
    follows_its_numbers(student, lambda: make(student, "DecoderLayer", D_MODEL, N_HEADS, D_FF), x, memory)


# --- Decoder


@about("Decoder")
def test_silent_decoder(student):
    """When every sub-layer returns zero, two layers turn (1, 1, 3, 3) into (-1, -1, 1, 1), in training too.

    Hand x from layer to layer; every layer gets the same memory.
    """
    module = make(student, "Decoder", 2, 4, 2, 3, 0.5)
    numbers = blocks.silenced(blocks.drawn_decoder(2, 4, 3))
    blocks.fit(student, module, numbers, torch.randn(1, 2, 4), torch.randn(1, 3, 4))
    x, memory = torch.tensor([[[1.0, 1.0, 3.0, 3.0]]]), torch.tensor([[[5.0, 6.0, 7.0, 9.0]]])
    close(module(x, memory), torch.tensor([[[-1.0, -1.0, 1.0, 1.0]]]))
    silent_in_training(student, module, torch.randn(1, 5, 4), memory)


@about("Decoder", weight=2)
def test_decoder_is_its_layers_in_a_row(student):
    """The result is that of the layers one after the other, each reading the same memory.

    x = layer(x, memory, ...): x changes from layer to layer, the memory does not.
    """
    for n_layers, batch in ((3, BATCH), (1, TIME)):
        x, memory = torch.randn(batch, TIME, D_MODEL), torch.randn(batch, SOURCE, D_MODEL)
        module, numbers = stack(student, "Decoder", n_layers, x, memory)
        expected = blocks.decoder(numbers, x, memory, n_heads=N_HEADS)
        got = module(x, memory)
        note_used(student, module, got, n_layers)
        runs_in_order(module, got)
        close(got, expected, f"The result of {n_layers} layers", scale=DEEP)


@about("Decoder", weight=2)
def test_decoder_hands_both_masks_to_every_layer(student):
    """Every layer gets self_mask and memory_mask.

    layer(x, memory, self_mask, memory_mask) in each round of the loop.
    """
    x, memory = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    module, numbers = stack(student, "Decoder", 3, x, memory)
    padded = torch.tensor([[[True, True, False, False, True]], [[True] * 5]])
    free = torch.rand(BATCH, TIME, TIME) > 0.4  # the caller may let a token see what comes after it
    for given in ((causal(TIME), padded), (causal(TIME), None), (free, padded), (None, padded)):
        expected = blocks.decoder(numbers, x, memory, *given, n_heads=N_HEADS)
        close(module(x, memory, *given), expected, "The result with masks", scale=DEEP)
    square = torch.randn(BATCH, TIME, D_MODEL)
    both = {"self_mask": causal(TIME), "memory_mask": some_sources()}
    for masks in (both, {"self_mask": causal(TIME)}):
        expected = blocks.decoder(numbers, x, square, **masks, n_heads=N_HEADS)
        what = f"The result with {' and '.join(masks)}, source and target equally long,"
        close(module(x, square, **masks), expected, what, scale=DEEP)


@about("Decoder")
def test_every_decoder_layer_has_its_own_weights(student):
    """`layers` holds n_layers layers, and each learns numbers of its own.

    Make a new layer for each (or a deep copy), and keep them in an nn.ModuleList.
    """
    attention, network = 4 * (D_MODEL**2 + D_MODEL), 2 * D_MODEL * D_FF + D_FF + D_MODEL
    own_weights(student, "Decoder", 2 * attention + network + 6 * D_MODEL)


@about("Decoder")
def test_decoder_drops_in_training_only(student):
    """`dropout` reaches the layers: random in training, always the same in evaluation.

    Pass it on when you make each layer.
    """
    inputs = torch.randn(BATCH, TIME, D_MODEL), torch.randn(BATCH, SOURCE, D_MODEL)
    for n_layers in (2, 1):
        drops(student, make(student, "Decoder", n_layers, D_MODEL, N_HEADS, D_FF, 0.5), *inputs)
    every_layer_drops(student, "Decoder", blocks.drawn_decoder(2, D_MODEL, D_FF), *inputs)
    reads_all_memory(student, "Decoder", blocks.drawn_decoder(1, D_MODEL, D_FF), 1, D_MODEL, N_HEADS, D_FF)
    every_layer_runs(student, make(student, "Decoder", 1, D_MODEL, N_HEADS, D_FF, 0.9).set_mode(True), *inputs)
    still(student, make(student, "Decoder", 3, D_MODEL, N_HEADS, D_FF, 0.0), *inputs)
    still(student, make(student, "Decoder", 2, D_MODEL, N_HEADS, D_FF), *inputs)


@about("Decoder")
def test_decoder_precise_and_differentiable(student):
    """It works in float64, gradients reach x, memory and every parameter, inputs are left alone, other weights can be loaded."""
    x, memory = torch.randn(1, TIME, D_MODEL), torch.randn(1, SOURCE, D_MODEL)
    module, numbers = stack(student, "Decoder", 2, x, memory)
    module, numbers = module.to(torch.float64), [one.double() for one in numbers]

    def oracle(x, memory, mask):
        return blocks.decoder(numbers, x, memory, mask, n_heads=N_HEADS)

    agrees(student, module, oracle, x, memory, causal(TIME))
    reaches_all(student, module, module(x.double(), memory.double()))
    follows_its_numbers(student, lambda: make(student, "Decoder", 2, D_MODEL, N_HEADS, D_FF), x, memory)


# --- Transformer

SRC_WORDS, TGT_WORDS = 11, 14
NEAR = 10.0
"""Positions are made in the default dtype, good to 1e-4: `scale` for what rests on them."""


def embedded(table: Tensor, tokens: Tensor) -> Tensor:
    d_model = table.shape[1]
    even = torch.arange(0, d_model, 2, dtype=torch.float64)
    angles = torch.arange(tokens.shape[1], dtype=torch.float64).unsqueeze(1) / 10_000 ** (even / d_model)
    positions = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
    return table[tokens] * math.sqrt(d_model) + positions.to(table.dtype)


class Oracle:
    """The whole model as a formula of drawn numbers, and the answer that holds the same ones."""

    def __init__(self, student: Student, n_layers: int = 1, pad_id: int = 0, n_heads: int = N_HEADS, **more: object):
        sizes = {"d_model": D_MODEL, "n_layers": n_layers, "d_ff": D_FF, "dropout": 0.0, "pad_id": pad_id}
        self.pad_id, self.n_heads = pad_id, n_heads
        self.model = make(student, "Transformer", SRC_WORDS, TGT_WORDS, n_heads=n_heads, **sizes | more)
        positions_are_computed(student, self.model)
        self.source, self.target = torch.randn(SRC_WORDS, D_MODEL) * 0.5, torch.randn(TGT_WORDS, D_MODEL) * 0.5
        self.encoder = blocks.drawn_encoder(n_layers, D_MODEL, D_FF)
        self.decoder = blocks.drawn_decoder(n_layers, D_MODEL, D_FF)
        src, tgt, memory = words(2, 4, SRC_WORDS), words(2, 4, TGT_WORDS), torch.randn(2, 4, D_MODEL)
        uses = (
            blocks.Use(self.encoder, self.model.encode, (src,)),
            blocks.Use(self.decoder, self.model.decode, (tgt, memory, src)),
        )
        self.parameters = blocks.Fitted(student, self.model, *uses, words=(SRC_WORDS, TGT_WORDS)).parameters
        self.load_tables()

    def load_tables(self) -> None:
        given = ((SRC_WORDS, self.source), (TGT_WORDS, self.target))
        self.model.load({name: table for rows, table in given for name in tables(self.parameters, rows)})

    def encode(self, src: Tensor) -> Tensor:
        return blocks.encoder(
            self.encoder, embedded(self.source, src), (src != self.pad_id).unsqueeze(1), n_heads=self.n_heads
        )

    def decode(self, tgt: Tensor, memory: Tensor, src: Tensor) -> Tensor:
        self_mask = causal(tgt.shape[1]) & (tgt != self.pad_id).unsqueeze(1)
        masks = {"self_mask": self_mask, "memory_mask": (src != self.pad_id).unsqueeze(1)}
        x = blocks.decoder(self.decoder, embedded(self.target, tgt), memory, **masks, n_heads=self.n_heads)
        return x @ self.target.T

    def __call__(self, src: Tensor, tgt: Tensor) -> Tensor:
        return self.decode(tgt, self.encode(src), src)


def positions_are_computed(student: Student, model: Handle) -> None:
    """No parameter has a row for each of the 512 positions that there are by default."""
    learned = [name for name, one in model.parameters().items() if one.dim() > 1 and 512 in one.shape]
    student.note(bool(learned))
    if learned:
        fail("Your positions are a parameter.", "a buffer: computed, not trained", f"the parameter {learned[0]}")


def at_words(
    student: Student, got: object, sides: tuple[int, ...], tokens: Tensor, what: str, pad_id: int = 0
) -> Tensor:
    """What came, which has these sides; in the record stands only what real words became, for what padding becomes is free."""
    got = shape(got, sides, what).detach()
    student.forget()
    student.note(got.masked_fill((tokens == pad_id).unsqueeze(-1), 0.0))
    return got


def close_at_words(student: Student, got: object, expected: Tensor, tokens: Tensor, what: str, pad_id: int = 0) -> None:
    """The results of real words agree. What padding becomes nobody reads: it is free, as long as it is a number."""
    got = at_words(student, got, tuple(expected.shape), tokens, what, pad_id)
    free = (tokens == pad_id).unsqueeze(-1) & ~got.isnan()
    read = torch.where(free, expected.to(got.dtype), got)
    if not torch.allclose(read, expected.to(got.dtype), atol=1e-3):
        student.note(got)  # where real words are wrong, what padding became tells no mask from one on the wrong side
    close(read, expected, what, scale=NEAR)


def words(batch: int, time: int, vocab_size: int) -> Tensor:
    """Ordinary words: no special tokens, so no padding."""
    return torch.randint(5, vocab_size, (batch, time))


def tables(parameters: dict[str, Tensor], rows: int) -> list[str]:
    return [name for name, one in parameters.items() if tuple(one.shape) == (rows, D_MODEL)]


def small(student: Student, **more: object) -> Handle:
    sizes = {"d_model": D_MODEL, "n_heads": N_HEADS, "n_layers": 1, "d_ff": D_FF}
    return make(student, "Transformer", SRC_WORDS, TGT_WORDS, **sizes | more)


@about("Transformer")
def test_shapes_of_the_transformer(student):
    """For 2 sentences of 5 source and 7 target words, encode gives (2, 5, d_model), and decode and forward (2, 7, tgt_vocab_size).

    One row of logits for every target token, one logit for every word of the target vocabulary.
    """
    model, src, tgt = Oracle(student).model, words(2, 5, SRC_WORDS), words(2, 7, TGT_WORDS)
    src[0, 3:] = tgt[1, 2] = tgt[1, 4:] = 0  # the record of this first check tells most mistakes apart
    at_words(student, model.encode(src), (2, 5, D_MODEL), src, "encode(src)")
    decoded = model.decode(tgt, torch.randn(2, 5, D_MODEL), src)
    at_words(student, decoded, (2, 7, TGT_WORDS), tgt, "decode(tgt, memory, src)")
    at_words(student, model(src, tgt), (2, 7, TGT_WORDS), tgt, "The result")
    sizes = {"d_model": 12, "n_heads": 3, "n_layers": 2, "d_ff": 10, "dropout": 0.0, "max_length": 9, "pad_id": 0}
    models = (
        student.Transformer(SRC_WORDS, TGT_WORDS, **sizes),
        student.Transformer(SRC_WORDS, TGT_WORDS, *sizes.values()),
    )
    counts = [sum(one.numel() for one in model.parameters().values()) for model in models]
    student.note(counts)
    if counts[0] != counts[1]:
        order = ", ".join(sizes)
        fail("The arguments stand in another order.", order, "another number of parameters without their names")


@about("Transformer", weight=2)
def test_encode(student):
    """encode(src) is the encoder's result for the embedded source, with padding masked.

    Embed (token embedding and positions), make the padding mask from src, run the encoder.
    """
    oracle = Oracle(student)
    src = words(2, 5, SRC_WORDS)
    close(oracle.model.encode(src), oracle.encode(src), "encode(src)", scale=NEAR)
    src[1, 3:] = 0
    close_at_words(student, oracle.model.encode(src), oracle.encode(src), src, "encode(src), with padding in src,")
    oracle.source = oracle.source.flip(0)
    oracle.load_tables()
    what = "encode(src), asked again after the model's parameters have changed,"
    close_at_words(student, oracle.model.encode(src), oracle.encode(src), src, what)


@about("Transformer", weight=3)
def test_decode(student):
    """decode(tgt, memory, src) gives the decoder's result times the target table, with both masks made inside.

    The self-attention gets decoder_mask of tgt, the cross-attention padding_mask of src; the memory is the one given.
    """
    oracle = Oracle(student)
    tgt, src, memory = words(2, 6, TGT_WORDS), words(2, 6, SRC_WORDS), torch.randn(2, 6, D_MODEL)
    src[0, 4:] = tgt[1, 3:] = 0
    expected = oracle.decode(tgt, memory, src)
    got = oracle.model.decode(tgt, memory, src)
    close_at_words(student, got, expected, tgt, "decode with padding in source and target")
    for time, source in ((7, 5), (3, 6), (1, 1)):
        tgt, src, memory = words(2, time, TGT_WORDS), words(2, source, SRC_WORDS), torch.randn(2, source, D_MODEL)
        expected = oracle.decode(tgt, memory, src)
        close(
            oracle.model.decode(tgt, memory, src),
            expected,
            f"decode with {time} target, {source} source words",
            scale=NEAR,
        )


@about("Transformer", weight=2)
def test_forward(student):
    """forward(src, tgt) is decode(tgt, encode(src), src), also for one sentence.

    The order of the arguments changes: forward takes src first, decode takes tgt first.
    """
    oracle = Oracle(student, n_layers=2)
    for batch, source, time in ((2, 5, 7), (3, 6, 4), (1, 1, 1)):
        src, tgt = words(batch, source, SRC_WORDS), words(batch, time, TGT_WORDS)
        close(
            oracle.model(src, tgt), oracle(src, tgt), f"The result for {source} source, {time} target words", scale=NEAR
        )
    src, tgt = words(2, 5, SRC_WORDS), words(2, 7, TGT_WORDS)
    src[:, 3], src[1, 0], tgt[:, 0], tgt[0, 4] = 2, 3, 1, 2  # <eos>, <unk>, <bos> and <eos> are seen as any word
    close(oracle.model(src, tgt), oracle(src, tgt), "The result with <bos>, <eos> and <unk>", scale=NEAR)


@about("Transformer")
def test_the_future_never_moves_the_past(student):
    """Changing later target words never moves earlier logits.

    This one probe finds a model that learns with a fine loss and then cannot decode: build decoder_mask from tgt.
    """
    oracle = Oracle(student)
    src, tgt = words(2, 5, SRC_WORDS), words(2, 7, TGT_WORDS)
    before = shape(oracle.model(src, tgt), (2, 7, TGT_WORDS)).detach()
    other = torch.cat([tgt[:, :3], (tgt[:, 3:] + 1) % TGT_WORDS], dim=1)
    got = shape(oracle.model(src, other), (2, 7, TGT_WORDS))
    close(got[:, :3], before[:, :3], message="Earlier logits moved when only later target words changed.", scale=NEAR)


@about("Transformer", weight=2)
def test_padding_never_moves_a_logit(student):
    """What stands in the padding, and how much of it there is, never changes the logits of real words.

    The encoder's attention and the cross-attention both need the source's padding mask, the decoder's needs the target's.
    """
    oracle = Oracle(student)
    src, tgt = words(2, 6, SRC_WORDS), words(2, 6, TGT_WORDS)
    src[0, 4:] = tgt[1, :2] = tgt[0, 3] = 0
    sides = (2, 6, TGT_WORDS)
    before = at_words(student, oracle.model(src, tgt), sides, tgt, "The result")
    oracle.source[0] += torch.randn(D_MODEL) * 3
    oracle.load_tables()
    message = "The logits moved when only the source's padding changed."
    got = at_words(student, oracle.model(src, tgt), sides, tgt, "The result")
    close(got, before, message=message, scale=NEAR)
    got = at_words(student, oracle.model(F.pad(src, (0, 2)), tgt), sides, tgt, "The result")
    close(got, before, message="The logits moved when the source got more padding.", scale=NEAR)
    oracle.target[0] += torch.randn(D_MODEL) * 3
    oracle.load_tables()
    got = at_words(student, oracle.model(src, tgt), sides, tgt, "The result")
    message = "The logits of real words moved when only the target's padding changed."
    close(got[tgt != 0][:, 1:], before[tgt != 0][:, 1:], message=message, scale=NEAR)


@about("Transformer")
def test_padding_is_what_pad_id_says(student):
    """Another pad_id is padding in source and target; then token 0 is an ordinary word.

    Keep pad_id, and hand it to both masks.
    """
    oracle = Oracle(student, pad_id=3)
    src, tgt = words(2, 5, SRC_WORDS), words(2, 6, TGT_WORDS)
    src[0, 3:] = tgt[1, 4:] = 3
    src[1, 2] = tgt[0, 1] = 0
    close_at_words(student, oracle.model(src, tgt), oracle(src, tgt), tgt, "The result with pad_id=3", 3)


@about("Transformer", weight=2)
def test_tied_output(student):
    """Source and target have a table each, and the output projection is the target's table itself, without a bias.

    Use the very same nn.Parameter: a copy with equal numbers parts from it at the first training step.
    """
    fresh = small(student).parameters()
    of_target = [fresh[name] for name in tables(fresh, TGT_WORDS)]
    student.note(len(of_target) == 2 and torch.equal(*of_target))  # a copy, or another table
    oracle = Oracle(student)
    parameters = oracle.model.parameters()
    biases = [name for name, one in parameters.items() if tuple(one.shape) == (TGT_WORDS,)]
    student.note([len(biases), *(len(tables(parameters, rows)) for rows in (SRC_WORDS, TGT_WORDS))])
    if biases:
        fail("The output projection has a bias of its own.", "no bias", biases[0])
    for what, rows in (("source", SRC_WORDS), ("target", TGT_WORDS)):
        names = tables(parameters, rows)
        if len(names) != 1:
            fail(
                f"The number of tables for the {what} words is wrong.", "1", f"{len(names)} {', '.join(names)}".strip()
            )
    src, tgt = words(2, 5, SRC_WORDS), words(2, 4, TGT_WORDS)
    got = tensor(oracle.model(src, tgt))
    oracle.target.requires_grad_()
    expected = oracle(src, tgt)
    direction = torch.randn_like(expected)
    (ours,) = pulled_back(expected, [oracle.target], direction)
    shape(got, tuple(expected.shape))
    if not got.requires_grad:
        fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
    (theirs,) = pulled_back(got, [parameters[tables(parameters, TGT_WORDS)[0]]], direction)
    largest = max(NEAR, 10 * ours.abs().max().item())
    close(torch.zeros_like(ours) if theirs is None else theirs, ours, "The gradient of the target table", scale=largest)
    same = make(student, "Transformer", 9, 9, d_model=D_MODEL, n_heads=N_HEADS, n_layers=1, d_ff=D_FF)
    names = tables(same.parameters(), 9)
    if len(names) != 2:
        fail("With equally large vocabularies the number of tables is wrong.", "2", f"{len(names)} {', '.join(names)}")
    both = [name for name in names if moves_both(student, same.set_mode(False), name)]
    student.note(len(both))
    if both:
        fail(
            "With equally large vocabularies one table serves source and target.",
            "encode rests on the source's table, decode on the target's",
            f"both rest on {both[0]}",
        )


def moves_both(student: Student, model: Handle, name: str) -> bool:
    """Whether other numbers in a table move what encode gives and what decode gives."""
    src, tgt, memory = words(2, 5, 9), words(2, 4, 9), torch.randn(2, 5, D_MODEL)
    calls = ((model.encode, src), (model.decode, tgt, memory, src))
    before = [unrecorded(student, *call) for call in calls]
    model.load({name: model.parameters()[name] + torch.randn(9, D_MODEL)})
    return not any(torch.allclose(unrecorded(student, *call), one, atol=1e-3) for call, one in zip(calls, before))


@about("Transformer")
def test_transformer_drops_in_training_only(student):
    """Dropout is 0.1 unless another value is given: random in training, always the same in evaluation.

    Pass `dropout` on to the embeddings, the encoder and the decoder.
    """
    src, tgt = words(2, 5, SRC_WORDS), words(2, 7, TGT_WORDS)
    model = small(student)
    drops(student, model, src, tgt)
    model.set_mode(True)
    if same_twice(student, model.encode, src):
        fail("In training mode encode gives the same twice.", "dropout draws anew at each call", "no dropout")
    if same_twice(student, model.decode, tgt, torch.randn(2, 5, D_MODEL), src):
        fail("In training mode decode gives the same twice.", "dropout draws anew at each call", "no dropout")
    still(student, small(student, dropout=0.0), src, tgt)
    default_dropout(student, model.set_mode(False))


def default_dropout(student: Student, model: Handle) -> None:
    """Where the sub-layers give 0, a word comes out as in evaluation only if none of its numbers is dropped."""
    numbers = blocks.silenced(blocks.drawn_encoder(1, D_MODEL, D_FF))
    encoding = blocks.Use(numbers, model.encode, (words(2, 4, SRC_WORDS),))
    blocks.Fitted(student, model, encoding, words=(SRC_WORDS, TGT_WORDS))
    many = words(100, 4, SRC_WORDS)
    calm = unrecorded(student, model.encode, many)
    loud = unrecorded(student, model.set_mode(True).encode, many)
    whole = ((calm - loud).abs().amax(dim=-1) < 1e-3).float().mean().item()
    if abs(whole - 0.9**D_MODEL) > 0.12:
        expected, got = (f"about {share:.0%} of the words stay whole" for share in (0.9**D_MODEL, whole))
        fail("By default, another share than 0.1 of the embeddings' numbers is dropped.", expected, got)


@about("Transformer")
def test_every_part_of_the_transformer_drops(student):
    """The embeddings, the encoder and the decoder all drop: with a dropout close to 1 the norms alone are left.

    Hand `dropout` to each of the four: two embeddings, encoder, decoder.
    """
    oracle = Oracle(student, dropout=1 - 1e-7)
    model = oracle.model.set_mode(True)
    norms = [
        [one if one.kind == blocks.NORM else silent for one, silent in zip(drawn, blocks.silenced(drawn))]
        for drawn in (oracle.encoder, oracle.decoder)
    ]
    src, tgt, memory = words(2, 4, SRC_WORDS), words(2, 3, TGT_WORDS), torch.randn(2, 4, D_MODEL)
    encoded, decoded = model.encode(src), model.decode(tgt, memory, src)
    left = blocks.encoder(norms[0], torch.zeros(2, 4, D_MODEL), n_heads=N_HEADS)
    close(encoded, left, "What encode gives", "With dropout close to 1 something gets through encode.")
    left = blocks.decoder(norms[1], torch.zeros(2, 3, D_MODEL), memory, n_heads=N_HEADS) @ oracle.target.T
    close(decoded, left, message="With dropout close to 1 something gets through decode.")


@about("Transformer", weight=2)
def test_transformer_precise_and_differentiable(student):
    """It works in float64, a gradient reaches every parameter, tokens are left alone and other weights can be loaded."""
    oracle = Oracle(student)
    src, tgt = words(2, 5, SRC_WORDS), words(2, 7, TGT_WORDS)
    oracle.model.to(torch.float64)
    oracle.source, oracle.target = oracle.source.double(), oracle.target.double()
    oracle.encoder, oracle.decoder = ([one.double() for one in half] for half in (oracle.encoder, oracle.decoder))
    got = oracle.model(src, tgt)
    close(got, oracle(src, tgt), "The result in float64", scale=10 * NEAR)
    reaches_all(student, oracle.model, got)
    if student.changed_its_input:
        fail("Your code changes the tokens in place.", "a new tensor", "tokens with other values after the call")
    sizes = (SRC_WORDS, TGT_WORDS, D_MODEL, N_HEADS, 2, D_FF)
    follows_its_numbers(student, lambda: make(student, "Transformer", *sizes, dropout=0.0), src, tgt)


def of_default_width(student: Student) -> Handle:
    """A model without d_model given: the tables alone if it can be made without layers, whose millions of numbers take time."""
    try:
        return make(student, "Transformer", 5, 7, n_heads=2, n_layers=0, d_ff=6)
    except AnswerRaised:
        student.forget()
        return make(student, "Transformer", 5, 7, n_heads=2, n_layers=1, d_ff=6)


@about("Transformer")
def test_the_defaults_are_the_base_model(student):
    """Without other wishes there are 6 layers, 8 heads, d_model 512 and d_ff 2048, and token 0 is padding.

    Section 3 of the paper, and the signature above.
    """
    model = make(student, "Transformer", 5, 7, d_model=16, n_heads=2, d_ff=6)
    got = sum(name.endswith("w_o.weight") for name in model.parameters())
    if got != 3 * 6:
        fail("The number of attentions in a model with the default n_layers is wrong.", "18 (6 layers)", str(got))
    sides = {side for one in of_default_width(student).parameters().values() for side in one.shape}
    if 512 not in sides:
        fail("The default d_model is wrong.", "512", str(max(sides)))
    sizes = {"d_model": 16, "n_layers": 1, "d_ff": 6}
    usual, eight = (make(student, "Transformer", 5, 7, **sizes, **more) for more in ({}, {"n_heads": 8}))
    usual.load(eight.state())
    src = torch.randint(1, 5, (2, 3))
    heads = "The default n_heads is not 8: with the same weights n_heads=8 gives something else."
    expected = unrecorded(student, eight.set_mode(False).encode, src)
    close(unrecorded(student, usual.set_mode(False).encode, src), expected, message=heads, scale=NEAR)
    wide = make(student, "Transformer", 5, 7, d_model=16, n_heads=2, n_layers=1)
    sides = {side for one in wide.parameters().values() for side in one.shape}
    if 2048 not in sides:
        fail("The default d_ff is wrong.", "2048", str(max(sides)))
    model, src = small(student), torch.randint(5, SRC_WORDS, (2, 3))
    before = unrecorded(student, model.encode, src)
    after = unrecorded(student, model.encode, F.pad(src, (0, 2)))
    after = shape(after, (2, 5, D_MODEL), "encode(src)")[:, :3].contiguous()
    close(after, before, message="By default token 0 is padding, but encode moved when 0 was put behind.", scale=NEAR)


@about("Transformer")
def test_max_length(student):
    """Source and target can have max_length words: 512 without another wish, or more.

    Hand max_length to both embeddings.
    """
    with torch.no_grad():  # only shapes are looked at
        src = torch.randint(5, SRC_WORDS, (1, 512))
        got = unrecorded(student, small(student, n_heads=1).encode, src)
        shape(got, (1, 512, D_MODEL), "encode for 512 words, the default max_length")
        long = small(student, max_length=540, n_heads=1)
        src = torch.randint(5, SRC_WORDS, (1, 530))
        shape(unrecorded(student, long.encode, src), (1, 530, D_MODEL), "encode for 530 words and max_length=540")
        got = unrecorded(student, long.decode, src, torch.randn(1, 2, D_MODEL), src[:, :2])
        shape(got, (1, 530, TGT_WORDS), "decode for 530 words")
        with contextlib.suppress(AnswerRaised):
            tgt = torch.randint(5, TGT_WORDS, (1, 550))
            got = unrecorded(student, long.decode, tgt, torch.randn(1, 2, D_MODEL), src[:, :2])
            shape(got, (1, 550, TGT_WORDS), "decode for 550 words, if it takes them,")
        student.forget_all()  # whether it does is free


# --- greedy_decode


class Scripted(nn.Module):
    """A model without mystery: its t-th word is the t-th word of its source, ahead of all others by a hair."""

    def __init__(self, vocab_size: int, pad_id: int | None = None):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.vocab_size = vocab_size
        self.encoded_with_gradients = self.decoded_with_gradients = self.saw_training = False
        if pad_id is not None:
            self.pad_id = pad_id

    def encode(self, src: Tensor) -> Tensor:
        self._look()
        self.encoded_with_gradients |= torch.is_grad_enabled()
        return F.one_hot(src, self.vocab_size) * 0.01 * self.scale  # (batch, source, vocab_size)

    def decode(self, tgt: Tensor, memory: Tensor, src: Tensor) -> Tensor:
        self._look()
        self.decoded_with_gradients |= torch.is_grad_enabled()
        return memory[:, torch.arange(tgt.shape[1]) % memory.shape[1]]

    def forward(self, src: Tensor, tgt: Tensor) -> Tensor:
        return self.decode(tgt, self.encode(src), src)

    def _look(self) -> None:
        self.saw_training |= self.training


def decoded(student: Student, got: object, max_length: int, pad_id: int = 0) -> Tensor:
    """Token ids padded to max_length, so that stopping early and full width are the same, in the record too."""
    got = tensor(got)
    if got.dtype != torch.long:
        fail("The result is not a LongTensor.", "torch.int64", str(got.dtype))
    if got.dim() != 2 or got.shape[1] > max_length or got.shape[1] < 1:
        fail("The result has the wrong shape.", f"(batch, at most {max_length})", f"shape {tuple(got.shape)}")
    whole = F.pad(got, (0, max_length - got.shape[1]), value=pad_id)
    student.forget()
    student.note(whole)
    return whole


@about("greedy_decode")
def test_small_example_of_greedy_decode(student):
    """A model that says 5, 6, 2 gives the tokens 1, 5, 6, 2: bos, its words, eos.

    Start with bos_id. Again and again: ask the model, take the most likely word after the last one, append it.
    """
    src = torch.randint(3, 10, (1, 12))
    drawn = [unrecorded(student, student.greedy_decode, Scripted(10), src, 12) for _ in range(2)]
    student.note(torch.equal(*drawn))
    if not torch.equal(*drawn):
        fail("Two calls give different words.", "the most likely word, every time", "words that rest on chance")
    got = student.greedy_decode(Scripted(10), torch.tensor([[5, 6, 2, 7]]), 4)
    close(decoded(student, got, 4), torch.tensor([[1, 5, 6, 2]]))


@about("greedy_decode", weight=2)
def test_finished_rows_are_filled_with_pad(student):
    """A sentence ends at its first eos; what follows is padding, while the other sentences go on.

    Remember which rows are finished, and put pad_id there instead of the model's word.
    """
    done = torch.tensor([[2, 5, 7], [4, 2, 7]])
    close(
        decoded(student, student.greedy_decode(Scripted(10), done, 6), 6),
        torch.tensor([[1, 2, 0, 0, 0, 0], [1, 4, 2, 0, 0, 0]]),
    )
    src = torch.tensor([[5, 6, 7, 8, 9], [4, 2, 7, 2, 9], [2, 5, 5, 5, 5], [5, 5, 5, 2, 4]])
    expected = torch.tensor([[1, 5, 6, 7, 8, 9], [1, 4, 2, 0, 0, 0], [1, 2, 0, 0, 0, 0], [1, 5, 5, 5, 2, 0]])
    close(decoded(student, student.greedy_decode(Scripted(10), src, 6), 6), expected)


@about("greedy_decode")
def test_max_length_counts_bos(student):
    """At most max_length tokens come out, bos counted; max_length 1 is bos alone.

    A sentence without eos is cut off there.
    """
    src = torch.tensor([[5, 6, 7, 8], [9, 8, 7, 6]])
    for most in (1, 2, 4):
        expected = torch.cat([torch.ones(2, 1, dtype=torch.long), src[:, : most - 1]], dim=1)
        close(
            decoded(student, student.greedy_decode(Scripted(10), src, most), most),
            expected,
            f"With max_length={most} the result",
        )


@about("greedy_decode")
def test_pad_and_bos_are_words_like_others(student):
    """Where the model finds pad or bos most likely, that is the word taken, and the sentence goes on: only eos ends it.

    Take the argmax over the whole vocabulary, and look for eos_id alone.
    """
    src = torch.tensor([[5, 0, 6, 2, 7], [6, 1, 5, 7, 2], [0, 0, 1, 5, 6]])
    expected = torch.tensor([[1, 5, 0, 6, 2, 0], [1, 6, 1, 5, 7, 2], [1, 0, 0, 1, 5, 6]])
    close(decoded(student, student.greedy_decode(Scripted(10), src, 6), 6), expected)


@about("greedy_decode")
def test_bos_eos_and_pad_are_the_ones_given(student):
    """bos_id and eos_id are the given ones, and padding is model.pad_id where the model has one.

    getattr(model, "pad_id", 0) works for every model.
    """
    src = torch.tensor([[5, 2, 6, 8, 7], [4, 1, 5, 0, 6], [6, 5, 2, 4, 1]])
    got = student.greedy_decode(Scripted(10, pad_id=9), src, 5, bos_id=3, eos_id=6)
    close(decoded(student, got, 5, 9), torch.tensor([[3, 5, 2, 6, 9], [3, 4, 1, 5, 0], [3, 6, 9, 9, 9]]))
    got = student.greedy_decode(Scripted(10), src, 5, 7, 4)
    close(decoded(student, got, 5), torch.tensor([[7, 5, 2, 6, 8], [7, 4, 0, 0, 0], [7, 6, 5, 2, 4]]))


class Adding(Scripted):
    """Its next word depends on every word before it and on every real word of the source."""

    def encode(self, src: Tensor) -> Tensor:
        self._look()
        return (src.unsqueeze(-1) + 1) * self.scale  # (batch, source, 1)

    def decode(self, tgt: Tensor, memory: Tensor, src: Tensor) -> Tensor:
        self._look()
        heard = (memory.squeeze(-1).round().long() * (src != 0)).sum(dim=1, keepdim=True)
        return F.one_hot((tgt.cumsum(dim=1) * 3 + heard) % 7 + 3, 10) * 0.01 * self.scale


def lively(dropout: float = 0.0) -> nn.Module:
    """The course's Transformer with large weights."""
    sizes = {"d_model": 8, "n_heads": 2, "n_layers": 1, "d_ff": 6, "max_length": 20}
    model = reference()["Transformer"](9, 11, dropout=dropout, **sizes)
    torch.default_generator.manual_seed(torch.initial_seed() + 1)
    for one in model.parameters():
        nn.init.normal_(one)
    return model


@torch.no_grad()
def best_words(model: nn.Module, src: Tensor, length: int) -> Tensor:
    """The most likely next word, again and again, without dropout and without an end."""
    model.eval()
    tokens = torch.ones(len(src), 1, dtype=torch.long)
    while tokens.shape[1] < length:
        tokens = torch.cat([tokens, model(src, tokens)[:, -1].argmax(dim=-1, keepdim=True)], dim=1)
    return tokens


@about("greedy_decode", weight=2)
def test_greedy_decode_is_one_word_at_a_time(student):
    """Each word is the most likely one after all words before it, given the whole source, padding masked.

    Feed every token so far, and read the logits at the last position.
    """
    src = torch.randint(3, 9, (3, 5))
    src[1, 3:] = 0
    adding = Adding(10)
    close(decoded(student, student.greedy_decode(adding, src, 7), 7), best_words(adding, src, 7))
    model = lively()
    tokens = best_words(model, src, 7)
    close(decoded(student, student.greedy_decode(model, src, 7, eos_id=99), 7), tokens)
    close(
        decoded(student, student.greedy_decode(model, src[:1], 7, eos_id=99), 7),
        tokens[:1],
        "For one sentence the result",
    )
    short = src[:, :2]
    got = decoded(student, student.greedy_decode(model, short, 9, eos_id=99), 9)
    close(got, best_words(model, short, 9), "For sources of two words the result")
    got = decoded(student, student.greedy_decode(adding, short, 9), 9)
    close(got, best_words(adding, short, 9), "For sources of two words the result")
    if student.changed_its_input:
        fail("Your code changes src in place.", "src as it was", "other values after the call")


@about("greedy_decode")
def test_greedy_decode_without_dropout(student):
    """Dropout is off while it decodes, and the model is left in the mode it was in.

    Remember model.training, call model.eval(), and restore the mode at the end.
    """
    src = torch.randint(3, 9, (4, 5))
    model = lively(dropout=0.5)
    expected = best_words(model, src, 6)
    for training in (True, False):
        model.train(training)
        mode = "training" if training else "evaluation"
        got = student.greedy_decode(model, src, 6, eos_id=99)
        close(decoded(student, got, 6), expected, f"From a model in {mode} mode the result")
        student.note(model.training)
        equal(model.training, training, "model.training", f"The model was in {mode} mode and is left in the other.")
        parts = {name: part.training for name, part in model.named_modules() if part.training != training}
        if parts:
            fail("A part of the model is left in another mode.", f"{mode} mode", f"{next(iter(parts))} in the other")
    scripted = Scripted(10)
    decoded(student, student.greedy_decode(scripted, torch.tensor([[5, 2, 5]]), 6), 6)
    student.note((scripted.saw_training, scripted.training))
    if scripted.saw_training:
        fail("The model is asked while in training mode.", "model.eval() first", "training mode")
    if not scripted.training:
        fail("The model was in training mode and is left in the other.", "training mode", "evaluation mode")


@about("greedy_decode")
def test_greedy_decode_needs_no_gradients(student):
    """It computes no gradients.

    Decode inside `with torch.no_grad():`, which saves memory and time.
    """
    model = Scripted(10)
    decoded(student, student.greedy_decode(model, torch.tensor([[5, 6, 7]]), 3), 3)
    student.note((model.encoded_with_gradients, model.decoded_with_gradients, torch.is_grad_enabled()))
    if model.decoded_with_gradients:
        fail("Gradients are recorded while it decodes.", "torch.no_grad()", "gradients on")
    if model.encoded_with_gradients:
        fail("Gradients are recorded while it encodes the source.", "torch.no_grad()", "gradients on")
    gradients_on_again()


# --- transformer_parameters


@functools.cache
def pair_of_layers(d_model: int, d_ff: int) -> int:
    """The parameters of torch's own encoder layer and decoder layer."""
    kinds = nn.TransformerEncoderLayer, nn.TransformerDecoderLayer
    layers = [kind(d_model, 1, d_ff, device="meta") for kind in kinds]  # sizes without numbers
    return sum(one.numel() for layer in layers for one in layer.parameters())


def counted(vocab_size: int, d_model: int, n_layers: int, d_ff: int) -> int:
    return vocab_size * d_model + n_layers * pair_of_layers(d_model, d_ff)


@about("transformer_parameters")
def test_no_layers(student):
    """Without layers only the table is left: 10 words of 4 numbers are 40.

    One table serves source, target and output, so count it once.
    """
    equal(student.transformer_parameters(10, 4, 0, 8), 40)


@about("transformer_parameters", weight=2)
def test_counts_as_torch(student):
    """It is the number of parameters of torch's own layers plus one table.

    Biases count: w_q, w_k, w_v, w_o have d_model each, linear1 has d_ff, linear2 d_model. A norm has 2 d_model; an
    encoder layer has 2 norms, a decoder layer 3 norms and 2 attentions.
    """
    for sizes in ((7, 6, 3, 5), (10, 4, 1, 8), (10, 4, 2, 8), (20, 2, 1, 3), (40_001, 511, 1, 7)):
        equal(student.transformer_parameters(*sizes), counted(*sizes), f"The number for {sizes}")


@about("transformer_parameters")
def test_base_model(student):
    """The base model with 37,000 words has 63,082,496 parameters; the sizes of the base model are the defaults.

    d_model 512, 6 + 6 layers, d_ff 2048.
    """
    equal(student.transformer_parameters(37_000), 63_082_496)
    equal(student.transformer_parameters(100, d_ff=7), counted(100, 512, 6, 7), "The number for 100 words and d_ff=7")
