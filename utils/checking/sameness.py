"""Whether two runs of a check showed the same: one of the learner's answer, one of a known mistake."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from utils.checking.expect import Foreign
from utils.checking.judge import Run
from utils.checking.student import Handle, Raised, Share
from utils.checking.verdict import PASSED

TOLERANCE = 5e-5
"""Relative to the largest number: two right positions may differ by more than one unit of the contract's 1e-5."""


LOOKED_AT = 500
"""Numbers of a tensor that are compared one by one."""


def same_run(one: Run, other: Run) -> bool:
    """Whether a check came to the same verdict over the same values."""
    if one.result.status != other.result.status:
        return False
    if one.result.status == PASSED:  # an error that came was asked for, whatever it is called and says
        return same(_any_error(one.record), _any_error(other.record))
    return same(one.record, other.record)


def alike(one: Run, other: Run) -> set[tuple]:
    """What is the same in two records, entry by entry of lists and dicts: of tensors the shape, and each number by itself."""
    theirs, own = dict(_entries(one.record)), dict(_entries(other.record))
    common = theirs.keys() & own.keys()
    return {(*place, part) for place in common for part in _same_parts(theirs[place], own[place])}


def _entries(value: object, place: tuple = ()) -> Iterator[tuple[tuple, object]]:
    if isinstance(value, tuple | list | dict):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _entries(one, (*place, key))
    else:
        yield place, value


def _same_parts(one: object, other: object) -> Iterator[object]:
    if not (isinstance(one, Tensor) and isinstance(other, Tensor)):
        if same(one, other):
            yield "all"
        return
    if one.shape == other.shape:
        yield "shape"
    most = min(one.numel(), other.numel(), LOOKED_AT)
    one, other = (value.detach().flatten()[:most] for value in (one, other))
    yield from _close(one, other).nonzero().flatten().tolist()


def _any_error(record: list) -> list:
    return [Raised("", "") if isinstance(one, Raised) else one for one in record]


def same(one: object, other: object) -> bool:
    """Whether two recorded values are the same as far as an observer can tell."""
    if isinstance(one, Share) and isinstance(other, Share):
        alike = one.value.shape == other.value.shape
        return alike and torch.allclose(one.value, other.value, rtol=0.0, atol=one.within, equal_nan=True)
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        return _same_tensor(one, other)
    if isinstance(one, Tensor) or isinstance(other, Tensor):
        return False
    if isinstance(one, Handle | Foreign) or isinstance(other, Handle | Foreign):
        return all(isinstance(it, Handle) for it in (one, other)) or all(isinstance(it, Foreign) for it in (one, other))
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, float) and isinstance(other, float):
        if not (math.isfinite(one) and math.isfinite(other)):
            return one == other or (one != one and other != other)
        return math.isclose(one, other, rel_tol=1e-4, abs_tol=1e-9)
    return one == other


def _same_tensor(one: Tensor, other: Tensor) -> bool:
    if one.shape != other.shape or _kind(one) != _kind(other):
        return False
    return bool(_close(one, other).all())


def _kind(one: Tensor) -> torch.dtype:
    """Its dtype; whole numbers of any size are of one kind."""
    return one.dtype if one.dtype.is_floating_point or one.dtype == torch.bool else torch.int64


def _close(one: Tensor, other: Tensor) -> Tensor:
    one, other = one.detach().double(), other.detach().double()
    largest = max(1.0, one[one.isfinite()].abs().max().item() if one.isfinite().any() else 0.0)
    return torch.isclose(one, other, rtol=1e-4, atol=TOLERANCE * largest, equal_nan=True)
