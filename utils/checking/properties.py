"""Properties that many right answers share."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

from utils.checking.expect import close, fail, tensor
from utils.checking.late import pulled_back
from utils.checking.student import Handle, Student

DECADES = -3, 2
"""The sizes of numbers in a second call, as powers of ten."""


def agrees(student: Student, call: Callable, oracle: Callable[..., Tensor], *inputs: Tensor) -> None:
    """In float64, `call(*inputs)` has the oracle's values and gradients, and changes none of its inputs.

    A second call, with small and large numbers in the same shapes, has the oracle's values too.
    """
    inputs = [one.double() if one.is_floating_point() else one for one in inputs]
    floats = [one.requires_grad_() for one in inputs if one.is_floating_point()]
    got, expected = tensor(call(*inputs)), oracle(*inputs)
    close(got, expected)
    student.note(student.changed_its_input)
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "an input with other values after the call")
    if floats and expected.requires_grad:
        if not got.requires_grad:
            fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
        direction = torch.randn_like(expected)
        ours = pulled_back(expected, floats, direction)
        theirs = pulled_back(got, floats, direction)
        student.note([torch.zeros_like(one) if other is None else other for one, other in zip(floats, theirs)])
        for one, other in zip(theirs, ours):
            if other is not None:
                close(torch.zeros_like(other) if one is None else one, other, "The gradient")
    others = [_spread(one) for one in inputs]
    close(call(*others), oracle(*others), "The result of a second call, with numbers from 0.001 to 100,")


def _spread(given: Tensor) -> Tensor:
    """Other numbers, small and large; a mask or ids as they are."""
    if not given.is_floating_point():
        return given
    return torch.randn_like(given) * 10 ** torch.empty_like(given).uniform_(*DECADES)


def finite_gradient(student: Student, call: Callable, *inputs: Tensor) -> None:
    """Where a query has no allowed key the gradient is a number too: NaN would spread to everything that learns."""
    inputs = [one.clone().requires_grad_() for one in inputs]
    got = tensor(call(*inputs))
    if not got.requires_grad:
        return  # which another check finds out
    found = pulled_back(got, inputs, torch.randn_like(got))
    finite = all(one is None or bool(one.isfinite().all()) for one in found)
    student.note(finite)
    if not finite:
        fail(
            "The gradient is NaN where a query has no allowed key, and spreads to everything that learns.",
            "numbers",
            "NaN",
        )


def follows_its_numbers(student: Student, construct: Callable[[], Handle], *inputs: Tensor) -> None:
    """What a module gives rests on its numbers and its input as they are now, in both modes, which a call leaves as set.

    Two instances learn numbers of their own; with those of the other, each gives what the other gave. Nothing is dropped.
    """
    one, other = construct(), construct()
    if set(map(id, one.parameters().values())) & set(map(id, other.parameters().values())):
        fail("Two instances share a parameter.", "numbers of its own for each", "one tensor that both learn")
    first, second = _drawn(one), _drawn(other)
    if first.keys() != second.keys():
        fail("Two instances have parameters of different names.", ", ".join(first), ", ".join(second))
    others = [torch.randn_like(given) if given.is_floating_point() else given.flip(-1) for given in inputs]
    one.load(first)
    other.load(second)
    before = _given(student, one, False, inputs)
    expected = _given(student, other, True, others)
    trained = _reached(other, expected)
    one.load(second)
    got = _given(student, one, False, others)
    _gives(student, got, expected, "evaluation")
    lost = _reached(one, got) - trained
    student.note(bool(lost))
    if lost:
        fail(f"In training mode no gradient reaches {min(lost)}.", "one, as in evaluation mode", "none")
    other.load(first)
    last = _given(student, other, True, inputs)
    _gives(student, last, before, "training")
    _reached(other, last)  # fails on what is kept of the graph of an earlier call


def _gives(student: Student, got: Tensor, expected: Tensor, mode: str) -> None:
    got, expected = got.detach(), expected.detach()
    student.note(got.shape == expected.shape and torch.allclose(got, expected, rtol=1e-4, atol=1e-4))
    message = f"In {mode} mode, after an earlier call, it gives something else than a new module with the same weights: is something kept?"
    close(got, expected, message=message)


def _drawn(module: Handle) -> dict[str, Tensor]:
    return {name: 0.3 * torch.randn_like(one) for name, one in module.parameters().items()}


def _given(student: Student, module: Handle, training: bool, inputs: Iterable[Tensor]) -> Tensor:
    """What a call gives in one mode: it rests on numbers under names of the answer's own, so the record is without it."""
    got = module.set_mode(training)(*inputs)
    student.forget()
    got = tensor(got[0] if isinstance(got, tuple | list) and got else got)
    stays = module.training
    student.note([got.requires_grad, stays])
    if stays != training:
        fail("Your code sets another mode when it is called.", *(f"training={one}" for one in (training, stays)))
    if not got.requires_grad:
        mode = "training" if training else "evaluation"
        fail(f"In {mode} mode no gradient flows back through your code: look for detach, no_grad or numpy.")
    return got


def _reached(module: Handle, output: Tensor) -> set[str]:
    """The parameters that a gradient reaches from there."""
    parameters = module.parameters()
    gradients = pulled_back(output, list(parameters.values()), torch.randn_like(output))
    return {name for name, one in zip(parameters, gradients) if one is not None and one.any()}
