"""Properties that many right answers share."""

from collections.abc import Callable

import torch
from torch import Tensor

from utils.checking.expect import close, fail, tensor
from utils.checking.late import pulled_back
from utils.checking.student import Student


def agrees(student: Student, call: Callable, oracle: Callable[..., Tensor], *inputs: Tensor) -> None:
    """In float64, `call(*inputs)` has the oracle's values and gradients, and changes none of its inputs."""
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
