"""Take torch's own version of an exercise out of a child: what `guard` refuses politely is then not there at all."""

import ctypes
import functools
import re
import warnings
from collections.abc import Iterable

import torch

KEYS = ("CPU", "AutogradCPU", "MkldnnCPU", "SparseCPU", "SparseCsrCPU", "NestedTensorCPU")


def remove_operators(names: Iterable[str]) -> None:
    """Replace, in this process and for good, every torch operator with one of `names` in its name.

    So are torch's functions in Python of these names, which would else be found out, by another name, only in the operators
    that they call. The replacements are registered with torch's dispatcher, below everything that Python code can patch, and no Python
    object is left by which they could be taken back.
    """
    parts = re.compile("|".join(map(re.escape, names)) or "(?!)")
    wanted = [one for one in operators() if parts.search(one)]
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


@functools.cache
def operators() -> list[str]:
    """The names of torch's own operators, but for those of the way back."""
    names = [one for one in torch._C._dispatch_get_all_op_names() if one.startswith("aten::")]
    return [one.removeprefix("aten::") for one in names if "backward" not in one]


def _refusing(name: str):
    said = f"Your code calls torch's own `{name.partition('.')[0].strip('_')}`: here you write the formula yourself."

    def refuse(*args: object, **kwargs: object) -> None:
        from utils.checking.guard import Refused

        raise Refused(said)

    return refuse
