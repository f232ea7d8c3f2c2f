"""What torch loads late: its compiler, when an optimizer first steps or operations are first counted; and how to do without."""

import functools
import gc
import inspect
from collections.abc import Sequence
from types import FunctionType

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from utils.checking.memory import settle


@functools.cache
def load_compiler() -> None:
    """Load it now, for a second, so that no process forked from this one need."""
    parameter = nn.Parameter(torch.zeros(1))
    with FlopCounterMode(display=False):
        (parameter @ parameter).backward()
    torch.optim.SGD([parameter], lr=0.1).step()
    settle()


def spare_compiler() -> None:
    """What torch hides from its compiler loads it to be hidden, when it is first used: a tensor on the device "meta" does so.

    Nothing is compiled here, so it need not. To be called before memory is settled.
    """
    hide = getattr(
        torch, "_disable_dynamo", None
    )  # torch's own: another release may do it in another way, and be slower
    code = hide(spare_compiler).__code__ if hide else None
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__ is code:  # some objects warn when they are asked for their class
            hidden = inspect.getclosurevars(one).nonlocals.get("fn")
            if isinstance(hidden, FunctionType):
                hidden.__dict__.setdefault("__dynamo_disable", hidden)


def pulled_back(output: Tensor, inputs: Sequence[Tensor], direction: Tensor) -> tuple[Tensor | None, ...]:
    """What `torch.autograd.grad(output, inputs, direction)` gives, which loads a computer algebra system for half a second.

    The graph is kept; an input that `output` does not rest on gets None.
    """
    along = (output * direction.conj()).sum()
    return torch.autograd.grad(along.real, inputs, retain_graph=True, allow_unused=True)
