"""A Student and its Handles whose answer is in another process: the checks speak to them as to one in this process."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from utils.checking.student import AnswerRaised, Handle, Student
from utils.grading.faults import Lost

if TYPE_CHECKING:
    from utils.grading.remote import Answer


class RemoteStudent(Student):
    """The answer in the child, for checks that were written for one in this process."""

    def __init__(self, exercise: str, answer: "Answer", refused: Iterable[str] = (), found: dict | None = None):
        super().__init__(exercise, {}, refused, found=found)
        self._answer = answer

    def __getattr__(self, name: str) -> "RemoteHandle":
        if name.startswith("_"):
            raise AttributeError(name)
        return RemoteHandle(self, self._answer, {"n": name}, False)

    def count_torch_calls(self, call: "RemoteHandle", *args: object) -> int:
        return self._counted("torch calls", call, args, {})[0]

    def count_operations(self, call: "RemoteHandle", *args: object, **kwargs: object) -> tuple[int, object]:
        return self._counted("operations", call, args, kwargs)

    def _counted(self, what: str, call: "RemoteHandle", args: tuple, kwargs: dict) -> tuple[int, object]:
        reply = self._remote("call", call, *args, count=what, kwargs=kwargs)
        counted = reply.get("count")
        if type(counted) is not int or counted < 0:
            raise Lost("malformed", "a count that is not a number")
        return counted, reply["value"]

    def settle(self) -> None:
        self._answer.settle()

    def _remote(self, op: str, *args: object, **more: object) -> dict[str, Any]:
        """A call that is part of the record."""
        try:
            reply = self._answer.ask(self, op, *args, chance=True, **more)
        except AnswerRaised as raised:
            self._record.append(raised.noted)
            raise
        self._changed |= reply.get("changed") is True
        self._record.append(reply["value"])
        return reply


class RemoteHandle(Handle):
    """A function, class, object or module in the child."""

    def __init__(self, student: RemoteStudent, answer: "Answer", node: dict[str, Any], is_module: bool):
        self._student, self.answer, self.node, self._is_module = student, answer, node, is_module

    def __call__(self, *args: object, **kwargs: object) -> object:
        return self._student._remote("call", self, *args, kwargs=kwargs)["value"]

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._student._remote("get", self, name)["value"]

    def __len__(self) -> int:
        length = self._student._remote("len", self)["value"]
        return length if type(length) is int and length >= 0 else 0

    @property
    def is_module(self) -> bool:
        return self._is_module

    def parameters(self) -> dict[str, Tensor]:
        names = self._ask("parameters")
        if not isinstance(names, dict) or not all(one in self.answer.leaves for one in names.values()):
            raise Lost("malformed", "parameters that are not there")
        return {str(name): self.answer.leaves[leaf] for name, leaf in names.items()}

    def state(self) -> dict[str, Tensor]:
        return self._tensors("state")

    def buffers(self) -> dict[str, Tensor]:
        return self._tensors("buffers")

    def load(self, state: Mapping[str, Tensor]) -> None:
        self.answer.do(self._student, "fill", self, {name: value.detach() for name, value in state.items()})

    def set_mode(self, training: bool) -> "RemoteHandle":
        self.answer.do(self._student, "mode", self, training)
        return self

    def to(self, dtype: torch.dtype) -> "RemoteHandle":
        self._ask("to", dtype)
        return self

    def _ask(self, op: str, *args: object) -> object:
        return self.answer.ask(self._student, op, self, *args)["value"]

    def _tensors(self, op: str) -> dict[str, Tensor]:
        found = self._ask(op)
        if not isinstance(found, dict) or not all(isinstance(one, Tensor) for one in found.values()):
            raise Lost("malformed", "a state that is not tensors")
        return {str(name): value.detach() for name, value in found.items()}
