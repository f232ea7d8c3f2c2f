"""What torch loads late: its compiler, when an optimizer first steps or operations are first counted."""

import functools
import gc

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode


@functools.cache
def load_compiler() -> None:
    """Load it now, for a second, so that no process forked from this one need."""
    parameter = nn.Parameter(torch.zeros(1))
    with FlopCounterMode(display=False):
        (parameter @ parameter).backward()
    torch.optim.SGD([parameter], lr=0.1).step()
    gc.collect()
    gc.freeze()
