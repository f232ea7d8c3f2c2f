"""How a wrong tensor is related to the right one, in words: twice as large, turned round, right but for the last row."""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor

Same = Callable[[Tensor, Tensor], bool]
MOST = 10_000
"""Numbers in a tensor of which this is asked."""
NEAR = 1e-3
"""Relative: two factors this close are one."""


def relation(got: Tensor, expected: Tensor, most: float) -> str:
    """A clause that is true of every entry, or says which are wrong; nothing where none is. Entries within `most` are the same."""
    if expected.numel() > MOST or expected.dim() > 4:
        return ""
    return next(_found(got.detach().double(), expected.detach().double(), expected.dtype == torch.bool, most), "")


def relation_of_shapes(got: Sequence[int], expected: Sequence[int]) -> str:
    """The same of a wrong shape."""
    if [side for side in got if side != 1] == [side for side in expected if side != 1] and len(got) != len(expected):
        return f"a dim of length 1 is {'missing' if len(got) < len(expected) else 'too much'}"
    return "its dims stand in another order" if sorted(got) == sorted(expected) else ""


def _found(got: Tensor, expected: Tensor, truths: bool, most: float) -> Iterator[str]:
    def same(one: Tensor, other: Tensor) -> bool:
        return torch.allclose(one, other, rtol=0.0, atol=most, equal_nan=True)

    if truths:
        if same(got, 1 - expected):
            yield "True and False are exchanged"
    elif not got.any():
        yield "every number is 0"
    elif expected.unique().numel() > 1:
        yield from _scaled(got, expected, same)
    yield from _moved(got, expected, same)
    yield from _but_for_one(got, expected, most)


def _scaled(got: Tensor, expected: Tensor, same: Same) -> Iterator[str]:
    """One factor or one difference for all."""
    largest = expected.abs().argmax()
    factor = (got.flatten()[largest] / expected.flatten()[largest]).item()
    if math.isfinite(factor) and same(got, factor * expected):
        wrong_sign = abs(factor + 1) < NEAR
        yield "every sign is the other one" if wrong_sign else f"every number is {factor:.4g} times what it should be"
    less = (got - expected).mean().item()
    if same(got - less, expected):
        yield f"every number is too {'large' if less > 0 else 'small'} by {abs(less):.4g}"


def _moved(got: Tensor, expected: Tensor, same: Same) -> Iterator[str]:
    """The right entries, in other places."""
    sides = range(expected.dim())
    for one, other in itertools.combinations(reversed(sides), 2):
        if expected.shape[one] == expected.shape[other] > 1 and same(got, expected.transpose(one, other)):
            last = (one, other) == (expected.dim() - 1, expected.dim() - 2)
            yield "rows and columns are exchanged" if last else f"dims {other} and {one} are exchanged"
    for side in sides:
        length = expected.shape[side]
        if length > 1 and same(got, expected.flip(side)):
            yield f"dim {side} runs backwards"
        if length > 2 and same(got.narrow(side, 1, length - 1), expected.narrow(side, 0, length - 1)):
            yield f"along dim {side} everything stands one place too late"
        if length > 2 and same(got.narrow(side, 0, length - 1), expected.narrow(side, 1, length - 1)):
            yield f"along dim {side} everything stands one place too early"
        if length > 1 and _even(got, side, same) and not _even(expected, side, same):
            yield f"along dim {side} everything is the same"


def _even(values: Tensor, side: int, same: Same) -> bool:
    return same(values, values.narrow(side, 0, 1).expand_as(values))


def _but_for_one(got: Tensor, expected: Tensor, most: float) -> Iterator[str]:
    """All right but one place of a side."""
    wrong = ~torch.isclose(got, expected, rtol=0.0, atol=most, equal_nan=True)
    for side in range(wrong.dim()):
        length = wrong.shape[side]
        places = wrong.transpose(0, side).flatten(1).any(dim=1) if wrong.dim() > 1 else wrong
        if length > 2 and places.sum() == 1:
            place = int(places.nonzero())
            word = {0: "the first place", length - 1: "the last place"}.get(place, f"place {place}")
            yield f"only {word} along dim {side} is wrong"
