"""The only way in which a check speaks to an answer.

`student.softmax(x)` calls the learner's function; `student.TokenEmbedding(10, 4)` makes their class and gives a
Handle. Plain data and tensors go in and come out, nothing else, so that the same checks can speak to an answer in
another process. `student.course` gives the correct version of any other exercise in the same way.
"""

import contextlib
import numbers
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from utils.checking.chance import apart
from utils.checking.expect import Foreign
from utils.checking.guard import CountCalls, Refused, refusing
from utils.checking.reference import reference

PLAIN = (bool, int, float, str)
LEFT_GRADIENTS = (
    "Your code switches gradients for everything that comes after it and leaves them so: "
    "`with torch.no_grad():` does it for some lines only."
)
LEFT_DTYPE = (
    "Your code sets torch's default dtype for everything that comes after it: give `dtype=` where you make a tensor."
)
SIZES = re.compile(
    r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\)"
    r"|except in dimension \d+\. Expected size (\d+) but got size (\d+) for tensor number \d+ in the list"
)

NOTHING = re.compile(r"('NoneType' object has no attribute) '\w+'")
"""What an answer asks of a result that is not there depends on how it goes on."""


class AnswerRaised(Exception):
    """The learner's code raised; `line` says where in their cell."""

    def __init__(self, error: BaseException, exercise: str):
        self.error = error
        self.kind = type(error).__name__
        self.text = " ".join(str(error).split())[:300]
        self.unfilled = isinstance(error, NotImplementedError) and raised_in_a_cell(error)
        self.refused = isinstance(error, Refused)
        self.line = line_of(error)
        super().__init__(f"{exercise} raised {self.kind}: {self.text}")

    @property
    def noted(self) -> "Raised":
        """What the record keeps of it: not the words where the answer raised on purpose, and so chose them."""
        on_purpose = re.search(r"\b(raise|assert)\b", self.line)
        text = NOTHING.sub(r"\1", SIZES.sub(_in_order, self.text))
        return Raised(self.kind, "" if on_purpose else text)

    def is_a(self, kind: type[BaseException]) -> bool:
        return isinstance(self.error, kind)


def _in_order(sizes: re.Match) -> str:
    """Which of two tensors comes first, and where they differ, depends on how the answer writes the same sum."""
    return "sizes {} and {}".format(*sorted(filter(None, sizes.groups()), key=int))


@dataclass(frozen=True)
class Raised:
    """An error in the record."""

    kind: str
    text: str


def raised_in_a_cell(error: BaseException) -> bool:
    """Whether the learner's own cell raised it, and not torch (for a module without `forward`, say) or the guard."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and frames[-1].filename.startswith("<cell ")


def line_of(error: BaseException) -> str:
    """`line 3: return x @ y`, the deepest line of the learner's own cells, or nothing."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f"line {error.lineno}: {(error.text or '').strip()}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith("<cell ")]
    return f"line {frames[-1].lineno}: {frames[-1].line}" if frames else ""


@dataclass(frozen=True)
class Share:
    """A number, or several, in the record that rests on chance: two of them are the same if they lie `within` each other."""

    value: Tensor
    within: float


class Student:
    """One answer: what the namespace defines, guarded while it runs, and a record of all it returned."""

    def __init__(
        self,
        exercise: str,
        namespace: Mapping[str, object],
        refused: Iterable[str] = (),
        chance: Callable[[], AbstractContextManager] = apart,
        refuse: Callable[[Iterable[str]], AbstractContextManager] = refusing,
        found: dict | None = None,
    ):
        self._exercise = exercise
        self._namespace = namespace
        self._refused = tuple(refused)
        self._record: list[object] = []
        self._noted: list[object] = []
        self._changed = False
        self._chance = chance
        self._refuse = refuse
        self._found = {} if found is None else found

    def __getattr__(self, name: str) -> "Handle":
        if name.startswith("_") or name not in self._namespace:
            raise AttributeError(name)
        return Handle(self, self._namespace[name])

    @property
    def course(self) -> "Student":
        """The correct versions of the other exercises; what they return is part of the record too."""
        course = Student("course", {name: one for name, one in reference().items() if name != self._exercise})
        course._record = self._record
        return course

    @property
    def changed_its_input(self) -> bool:
        """Whether a call so far has changed a tensor or list it was given."""
        return self._changed

    def count_torch_calls(self, call: "Handle", *args: object) -> int:
        """How many calls of torch functions one call of the answer makes: a Python loop makes many."""
        with CountCalls() as counted:
            call(*args)
        return counted.count

    def count_operations(self, call: "Handle", *args: object, **kwargs: object) -> tuple[int, object]:
        """How many floating-point operations one call of the answer makes, and what it returns."""
        with FlopCounterMode(display=False) as counter:
            result = call(*args, **kwargs)
        return counter.get_total_flops(), result

    def forget(self, calls: int = 1) -> None:
        """Leave what came last out of the record: the contract does not fix it, so it tells no mistakes apart."""
        del self._record[-calls:]

    def forget_all(self) -> None:
        """The same for everything in this check: what a right answer gives is free, because it rests on chance or order."""
        self._record.clear()

    def note(self, value: object) -> None:
        """Put plain data into the record, so that it tells mistakes apart: shapes of parameters, say."""
        self._record.append(value)
        self._noted.append(value)

    def keep_notes(self) -> None:
        """Forget everything but the notes: what came is free, what is true of it tells mistakes apart."""
        self._record[:] = self._noted

    @property
    def found(self) -> dict:
        """What checks found out about this answer and leave to those that come after them."""
        return self._found

    def settle(self) -> None:
        """Wait until all that was asked of the answer is done: here it is."""

    def _call(self, function: object, args: tuple, kwargs: dict) -> object:
        given = (args, kwargs)
        args, kwargs = taken = _copied(given, {})
        try:
            with self._refuse(self._refused), self._chance(), _as_found():
                result = function(*args, **kwargs)
        except (KeyboardInterrupt, SystemExit):
            raise
        except Exception as error:
            raised = AnswerRaised(error, self._exercise)
            self._record.append(raised.noted)
            raise raised from error
        self._changed |= not _untouched(given, taken)
        made = isinstance(function, type) and isinstance(result, function) and function.__module__ == "answer"
        return self._given_out(Handle(self, result) if made else result)

    def _given_out(self, value: object) -> object:
        value = _plain(self, value)
        self._record.append(value)
        return value


class Handle:
    """A function, class, object or module of the answer. Calls and attributes go through the Student."""

    def __init__(self, student: Student, target: object):
        self._student, self._target = student, target

    def __call__(self, *args: object, **kwargs: object) -> object:
        return self._student._call(self._target, args, kwargs)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._student._call(getattr, (self._target, name), {})

    def __len__(self) -> int:
        return self._student._call(len, (self._target,), {})

    @property
    def is_module(self) -> bool:
        return isinstance(self._target, nn.Module)

    def parameters(self) -> dict[str, Tensor]:
        """The trained tensors by name, each once, live: gradients land in them."""
        return dict(self._module().named_parameters())

    def state(self) -> dict[str, Tensor]:
        """A copy of the state dict."""
        return {name: value.detach().clone() for name, value in self._module().state_dict().items()}

    def buffers(self) -> dict[str, Tensor]:
        """A copy of the buffers by name, whether the state dict holds them or not."""
        return {name: value.detach().clone() for name, value in self._module().named_buffers()}

    def load(self, state: Mapping[str, Tensor]) -> None:
        """Copy tensors into the parameters and buffers of these names."""
        own = dict(self._module().named_parameters(remove_duplicate=False)) | dict(self._module().named_buffers())
        with torch.no_grad():
            for name, value in state.items():
                own[name].copy_(value)

    def set_mode(self, training: bool) -> "Handle":
        self._module().train(training)
        return self

    def to(self, dtype: torch.dtype) -> "Handle":
        self._module().to(dtype)
        return self

    def _module(self) -> nn.Module:
        if not isinstance(self._target, nn.Module):
            raise AnswerRaised(TypeError("the class is not an nn.Module: class Name(nn.Module)"), "It")
        return self._target


def _plain(student: Student, value: object, depth: int = 0) -> object:
    """Tensors and plain data as they are; modules, callables and a class's own objects as a Handle; else a Foreign."""
    if isinstance(value, Handle):
        return value
    if isinstance(value, Tensor):
        return value.as_subclass(Tensor)
    if value is None or type(value) in PLAIN:
        return value
    if isinstance(value, PLAIN):
        return next(kind for kind in PLAIN if isinstance(value, kind)).__call__(value)
    if isinstance(value, numbers.Real):  # numpy's numbers
        return int(value) if isinstance(value, numbers.Integral) else float(value)
    if isinstance(value, dict | list | nn.ModuleList) and type(value).__module__ == "answer":
        return Handle(student, value)  # a class of the learner's own, with methods
    if isinstance(value, tuple | list | nn.ModuleList) and depth < 8:
        return (tuple if isinstance(value, tuple) else list)(_plain(student, one, depth + 1) for one in value)
    if isinstance(value, dict) and depth < 8:
        return {str(key): _plain(student, one, depth + 1) for key, one in value.items()}
    if isinstance(value, nn.Module) or callable(value) or type(value).__module__ == "answer":
        return Handle(student, value)
    return Foreign(f"an object of type {type(value).__name__}")


@contextlib.contextmanager
def _as_found() -> Iterator[None]:
    """Raises Refused when, after it, gradients are off or the default dtype is another: nothing else would be right any more."""
    gradients, dtype = torch.is_grad_enabled(), torch.get_default_dtype()
    try:
        yield
        if torch.is_grad_enabled() != gradients:
            raise Refused(LEFT_GRADIENTS)
        if torch.get_default_dtype() != dtype:
            raise Refused(LEFT_DTYPE)
    finally:
        torch.set_grad_enabled(gradients)
        torch.set_default_dtype(dtype)


def _copied(value: object, copies: dict[int, Tensor]) -> object:
    """Copies of the tensors that go in, one of each (gradients pass through); Handles give what they stand for."""
    if isinstance(value, Handle):
        return value._target
    if type(value) is Tensor:
        if id(value) not in copies:
            copies[id(value)] = value.clone()
        return copies[id(value)]
    if type(value).__module__ == "answer":
        return value
    if isinstance(value, tuple | list):
        return (tuple if isinstance(value, tuple) else list)(_copied(one, copies) for one in value)
    if isinstance(value, dict):
        return {key: _copied(one, copies) for key, one in value.items()}
    return value


def _untouched(before: object, after: object) -> bool:
    """Whether the copy that an answer was given is still what it was: tensors, and lists and dicts of plain data."""
    if isinstance(before, Tensor):
        return _same(before, after) and not _gathers_gradient(after) and before.requires_grad == after.requires_grad
    if isinstance(before, tuple | list):
        return len(before) == len(after) and all(map(_untouched, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(_untouched(before[key], after[key]) for key in before)
    return type(before) not in PLAIN or before == after


def _gathers_gradient(copy: Tensor) -> bool:
    """Whether a gradient was left in `.grad` of a copy: measured twice, the caller's tensor would hold the sum."""
    return copy.is_leaf and copy.grad is not None


def _same(before: Tensor, after: Tensor) -> bool:
    before, after = before.detach(), after.detach()
    return before.shape == after.shape and torch.allclose(before, after, rtol=0, atol=0, equal_nan=True)
