"""Arguments on their way to an answer's process, and what comes back from there, of which only the form is believed."""

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from utils.checking.expect import Foreign
from utils.checking.student import Handle, Student
from utils.grading.faults import as_text
from utils.grading.mirrors import CannotCross
from utils.grading.remote_student import RemoteHandle
from utils.grading.unread import unrooted
from utils.grading.values import decode, encode
from utils.grading.wire import WireError

if TYPE_CHECKING:
    from utils.grading.remote import Answer

TENSOR = {"x", "trained", "out"}


class Outgoing:
    """Arguments as nodes, and the tensors that go with them."""

    def __init__(self, answer: "Answer"):
        self.tensors: list[Tensor] = []
        self._answer = answer
        self._nodes: dict[int, dict[str, Any]] = {}

    def node(self, value: object) -> Any:
        return encode(value, self._special)

    def tensor(self, value: Tensor) -> int:
        self.tensors.append(value)
        return len(self.tensors) - 1

    def told(self, value: Tensor) -> dict[str, Any]:
        """A number of a module, and whether it has a gradient."""
        return {"x": self.tensor(value.detach()), "trained": value.requires_grad}

    def _special(self, value: object) -> dict[str, Any]:
        if isinstance(value, RemoteHandle):
            if value.answer is not self._answer:
                raise CannotCross("an object of another answer")
            return value.node
        if isinstance(value, Handle):
            value = value._target
        if isinstance(value, Tensor):
            return self._tensor_node(value)
        if isinstance(value, nn.Module):
            return {"w": self._answer.world(value).number}
        if isinstance(value, torch.optim.Optimizer):
            return self._optimizer(value)
        if isinstance(value, torch.Generator):
            return {"generator": self._answer.generator(value), "state": self.tensor(value.get_state())}
        if isinstance(value, torch.dtype):
            return {"dtype": str(value).removeprefix("torch.")}
        if isinstance(value, tuple | list | dict | bool | int | float | str):
            base = next(kind for kind in (tuple, list, dict, bool, int, float, str) if isinstance(value, kind))
            return self.node(base(value))
        raise CannotCross(f"an object of type {type(value).__name__}")

    def _tensor_node(self, value: Tensor) -> dict[str, Any]:
        """The node of a tensor: what is given twice, as in attention(x, x, x), arrives as one."""
        if id(value) not in self._nodes:
            self._nodes[id(value)] = self._new_node(value)
        return self._nodes[id(value)]

    def _new_node(self, value: Tensor) -> dict[str, Any]:
        if value.is_sparse:
            node: dict[str, Any] = {"x": self.tensor(value.to_dense())}
        elif value.is_contiguous():
            node = {"x": self.tensor(value)}
        else:  # an answer may rely on how it lies in memory: its sides from the outermost to the innermost
            order = sorted(range(value.dim()), key=value.stride, reverse=True)
            node = {"x": self.tensor(value.permute(order)), "order": order}
        return {**node, "leaf": self._answer.given(value)} if value.requires_grad else node

    def _optimizer(self, value: torch.optim.Optimizer) -> dict[str, Any]:
        if type(value).__module__.partition(".")[0] != "torch" or value.state:
            raise CannotCross("an optimizer that is not torch's, or that has taken steps")
        groups = [
            {
                "leaves": [self._answer.leaf_of(one) for one in group["params"]],
                "options": self.node({key: one for key, one in group.items() if key != "params"}),
            }
            for group in value.param_groups
        ]
        return {"optimizer": type(value).__name__, "groups": groups}


class Incoming:
    """What a reply holds, checked piece by piece."""

    def __init__(self, answer: "Answer", student: Student, tensors: list[Tensor]):
        self._answer, self._student, self._tensors = answer, student, tensors

    def value(self, node: object) -> object:
        return decode(node, self._special)

    def tensor(self, place: object) -> Tensor:
        if type(place) is not int or not 0 <= place < len(self._tensors):
            raise WireError("a tensor that is not in the frame")
        return self._tensors[place]

    def sequence(self, value: object, length: int | None = None) -> list:
        if not isinstance(value, list) or (length is not None and len(value) != length):
            raise WireError("not a list of the right length")
        return value

    def pair(self, value: object) -> list:
        return self.sequence(value, 2)

    def three(self, value: object) -> list:
        return self.sequence(value, 3)

    def fours(self, value: object) -> list[list]:
        return [self.sequence(one, 4) for one in self.sequence(value)]

    def _special(self, node: dict) -> object:
        if "x" in node and node.keys() <= TENSOR:
            return self._tensor_of(node)
        if node.keys() == {"o", "module"} and type(node["o"]) is int:
            return RemoteHandle(self._student, self._answer, {"o": node["o"]}, node["module"] is True)
        if node.keys() == {"?"}:
            return Foreign(as_text(node["?"]))
        if node.keys() == {"w"} and type(node["w"]) is int and node["w"] in self._answer.worlds:
            return Handle(self._student.course, self._answer.worlds[node["w"]].mirror.module)
        raise WireError("a value of an unknown kind")

    def _tensor_of(self, node: dict) -> Tensor:
        value = self.tensor(node["x"])
        if node.get("trained") is not True or not (value.is_floating_point() or value.is_complex()):
            return value
        if "out" not in node:
            return value.clone().requires_grad_()
        out = node["out"]
        if not isinstance(out, str) or len(out) > 20:
            raise WireError("a result without a name")
        return unrooted(value, lambda result: self._answer.root(result, out))

    def ways(self, value: object) -> tuple[list[str], list[int]]:
        """The leaves that a result rests on, and how long the way to each is."""
        names, steps = [], []
        for entry in self.sequence(value):
            leaf, length = self.pair(entry)
            if not isinstance(leaf, str) or leaf not in self._answer.leaves:
                raise WireError("a result that rests on something unknown")
            if type(length) is not int or not 0 <= length < 10**6:
                raise WireError("a path without a length")
            names.append(leaf)
            steps.append(length)
        return names, steps
