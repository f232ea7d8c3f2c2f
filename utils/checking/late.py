"""What torch loads late: its compiler, when an optimizer first steps or operations are first counted; and how to do without."""

import functools
from collections.abc import Sequence

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


def pulled_back(output: Tensor, inputs: Sequence[Tensor], direction: Tensor) -> tuple[Tensor | None, ...]:
    """What `torch.autograd.grad(output, inputs, direction)` gives, which loads a computer algebra system for half a second.

    The graph is kept; an input that `output` does not rest on gets None.
    """
    along = (output * direction.conj()).sum()
    return torch.autograd.grad(along.real, inputs, retain_graph=True, allow_unused=True)
