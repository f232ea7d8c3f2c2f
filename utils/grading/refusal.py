"""Take torch's own version of an exercise out of a child: what `guard` refuses politely is then not there at all."""

import ctypes
import re
import warnings
from collections.abc import Iterable

import torch

from utils.checking import guard

KEYS = ("CPU", "AutogradCPU", "MkldnnCPU", "SparseCPU", "SparseCsrCPU", "NestedTensorCPU")


def remove_operators(names: Iterable[str]) -> None:
    """Replace, in this process and for good, every torch operator with one of `names` in its name.

    So are torch's functions in Python of these names, which would else be found out, by another name, only in the operators
    that they call. The replacements are registered with torch's dispatcher, below everything that Python code can patch, and no Python
    object is left by which they could be taken back.
    """
    parts = re.compile("|".join(map(re.escape, names)) or "(?!)")
    wanted = [one for one in guard.operators() if parts.search(one)]
    library = torch._C._dispatch_library("IMPL", "aten", "", __file__, 0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in wanted:
            for key in KEYS:
                library.impl(name, key, _refusing(name), False)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
    for name, function in [*vars(torch.nn.functional).items()]:
        if callable(function) and parts.search(name):
            setattr(torch.nn.functional, name, _refusing(name))


def _refusing(name: str):
    said = guard.refusal(name)

    def refuse(*args: object, **kwargs: object) -> None:
        raise guard.Refused(said)

    return refuse
