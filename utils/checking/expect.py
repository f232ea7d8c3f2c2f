"""What a check says about an answer: `close`, `equal`, `shape`, `unpack`, `raises`.

Each raises Failed with what was expected and what came. Tolerances are those of the syllabus: 1e-5 in float32 and
1e-6 in float64, relative to the largest expected number (at least 1).
"""

from collections.abc import Callable
from typing import NoReturn

import torch
from torch import Tensor

from utils.checking.relation import relation, relation_of_shapes

TOLERANCE = {torch.float64: 1e-6}
FLOAT32_TOLERANCE = 1e-5


class Failed(AssertionError):
    """A check that does not hold; `expected` and `got` are short texts, both may be empty."""

    def __init__(self, message: str, expected: str = "", got: str = ""):
        super().__init__(message)
        self.message, self.expected, self.got = message, expected, got


class Foreign:
    """Stands for something that came out of an answer and is neither a tensor nor plain data."""

    def __init__(self, description: str):
        self.description = description

    def __repr__(self) -> str:
        return self.description


def fail(message: str, expected: object = "", got: object = "") -> NoReturn:
    raise Failed(message, _short(expected), _short(got))


def tensor(got: object, what: str = "The result") -> Tensor:
    """`got` when it is a tensor, else Failed that names what it is."""
    if isinstance(got, Tensor):
        return got
    if got is None:
        fail(f"{what} is None: is a `return` missing?", "a tensor", "None")
    fail(f"{what} is not a tensor.", "a torch.Tensor", describe(got))


def shape(got: object, expected: tuple[int, ...], what: str = "The result") -> Tensor:
    """`got` when it is a tensor of this shape."""
    got = tensor(got, what)
    if tuple(got.shape) != tuple(expected):
        clause = relation_of_shapes(got.shape, expected)
        message = f"{what} has the wrong shape{': ' if clause else ''}{clause}."
        fail(message, f"shape {tuple(expected)}", f"shape {tuple(got.shape)}")
    return got


def close(
    got: object, expected: Tensor | float, what: str = "The result", message: str = "", scale: float = 1.0
) -> None:
    """`got` agrees with `expected` in kind, shape, dtype (no less precise) and value.

    `scale` is the size of the largest input, where it is larger than the largest expected number: errors grow with it.
    """
    if isinstance(expected, float | int):
        return _close_number(got, float(expected), what, message, scale)
    got = shape(got, tuple(expected.shape), what)
    _same_kind(got, expected, what)
    got, expected = got.detach(), expected.detach()
    if not expected.is_floating_point():
        if not torch.equal(got, expected):
            _differ(got, expected, got != expected, what, message, 0.0)
        return
    if got.isnan().any() and not expected.isnan().any():
        fail(f"{what} contains NaN (not a number).", _numbers(expected), _numbers(got))
    finite = expected[expected.isfinite()]
    largest = max(scale, finite.abs().max().item() if finite.numel() else 1.0)
    most = largest * TOLERANCE.get(expected.dtype, FLOAT32_TOLERANCE)
    wrong = ~torch.isclose(got.double(), expected.double(), rtol=0.0, atol=most, equal_nan=True)
    if wrong.any():
        _differ(got, expected, wrong, what, message, most)


def equal(got: object, expected: object, what: str = "The result", message: str = "") -> None:
    """`got` is the same plain value (int, str, list, …) as `expected`."""
    if isinstance(got, Tensor):
        fail(f"{what} is a tensor, not plain Python.", repr(expected), describe(got))
    if type(got) is not type(expected) and not (isinstance(got, int | float) and isinstance(expected, int | float)):
        fail(f"{what} is not of the right type.", repr(expected), describe(got))
    if got != expected:
        fail(message or f"{what} is not right.", repr(expected), repr(got))


def unpack(got: object, count: int, names: str) -> list:
    """The parts of a tuple or list of `count` things, named for the message (`output, weights`)."""
    if not isinstance(got, tuple | list) or len(got) != count:
        came = f"{len(got)} values" if isinstance(got, tuple | list) else describe(got)
        fail(f"It should return {count} values: {names}.", f"({names})", came)
    return list(got)


def raises(kind: type[Exception], call: Callable, *args: object, when: str, **kwargs: object) -> None:
    """Calling raises an exception of this kind; `when` completes "… is raised when"."""
    from utils.checking.student import AnswerRaised  # here, because student imports this module

    try:
        got = call(*args, **kwargs)
    except AnswerRaised as error:
        if error.unfilled:
            raise
        if not error.is_a(kind):
            fail(f"{kind.__name__} should be raised {when}.", kind.__name__, f"{error.kind}: {error.text}")
        return
    fail(f"{kind.__name__} should be raised {when}.", kind.__name__, f"no error, but {describe(got)}")


def describe(got: object) -> str:
    """A few words for whatever came."""
    from utils.checking.student import Handle  # here, because student imports this module

    if isinstance(got, Handle):
        return "a module" if got.is_module else "a function or an object of a class"
    if isinstance(got, Tensor):
        return f"a tensor of shape {tuple(got.shape)} and {got.dtype}"
    if got is None or isinstance(got, bool | int | float | str | Foreign):
        return _short(repr(got))
    if isinstance(got, tuple | list):
        return f"a {type(got).__name__} of {len(got)}"
    return f"an object of type {type(got).__name__}"


def _same_kind(got: Tensor, expected: Tensor, what: str) -> None:
    floats = expected.is_floating_point()
    less_precise = floats and got.is_floating_point() and got.dtype.itemsize < expected.dtype.itemsize
    if got.is_floating_point() != floats or (got.dtype == torch.bool) != (expected.dtype == torch.bool) or less_precise:
        fail(f"{what} has the wrong dtype.", str(expected.dtype), str(got.dtype))


def _close_number(got: object, expected: float, what: str, message: str, scale: float) -> None:
    if isinstance(got, Tensor) and got.numel() == 1:
        got = got.item()
    if isinstance(got, bool) or not isinstance(got, int | float):
        fail(f"{what} is not a number.", f"{expected:.6g}", describe(got))
    if not abs(got - expected) <= FLOAT32_TOLERANCE * max(scale, abs(expected)):
        fail(message or f"{what} is not right.", f"{expected:.6g}", f"{got:.6g}")


def _differ(got: Tensor, expected: Tensor, wrong: Tensor, what: str, message: str, most: float) -> NoReturn:
    few = expected.numel() <= 12
    if not message:
        count = "" if few else f" ({int(wrong.sum())} of {wrong.numel()} entries)"
        clause = relation(got, expected, most)
        message = f"{what} has wrong values{count}{': ' if clause else ''}{clause}."
    if few:
        fail(message, *_told_apart(expected, got))
    place = tuple(wrong.nonzero()[0].tolist())
    fail(message, *(f"{text} at {list(place)}" for text in _told_apart(expected[place], got[place])))


def gradients_on_again() -> None:
    """After a call that may work without gradients they are on, as they were."""
    if not torch.is_grad_enabled():
        fail("Gradients are still switched off afterwards.", "switched on again", "switched off")


def _told_apart(one: Tensor, other: Tensor) -> tuple[str, str]:
    """Both in so many digits that a reader sees the difference."""
    for digits in (4, 7, 10):
        texts = _numbers(one, digits), _numbers(other, digits)
        if texts[0] != texts[1]:
            break
    return texts


def _numbers(values: Tensor, digits: int = 4) -> str:
    if values.numel() > 12:
        return f"numbers, shape {tuple(values.shape)}" if not values.isnan().any() else f"NaN in {tuple(values.shape)}"
    return _nested(values.tolist(), digits)


def _nested(values: object, digits: int) -> str:
    if isinstance(values, list):
        return f"[{', '.join(_nested(one, digits) for one in values)}]"
    return f"{values:.{digits}g}" if isinstance(values, float) else str(values)


def _short(value: object, most: int = 300) -> str:
    text = value if isinstance(value, str) else _numbers(value) if isinstance(value, Tensor) else repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
