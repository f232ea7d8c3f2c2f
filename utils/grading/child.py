"""The process in which a submission runs, and the warm one that it is forked from.

`python -m utils.grading.child BACKEND` with a socket as standard input loads torch, then waits for work: with each
request comes a socket for a new child, which is forked, confined (`utils.grading.sandbox`) and speaks to the judge over
that socket alone. Neither process ever holds the checks, an expected value or the solution of the judged exercise.
"""

import contextlib
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from utils.checking.chance import seed_all
from utils.checking.expect import Foreign
from utils.checking.guard import CountCalls, operators, refusing_layers
from utils.checking.judge import CannotLoad, define
from utils.checking.late import load_compiler, pulled_back, spare_compiler
from utils.checking.memory import settle
from utils.checking.parts import ways_to_leaves
from utils.checking.printed import Printed
from utils.checking.program import run
from utils.checking.student import AnswerRaised, Handle, Student
from utils.grading.mirrors import Mirror, build, shared
from utils.grading.probe import probe
from utils.grading.refusal import remove_operators
from utils.grading.sandbox import NONE, confine, load_tools
from utils.grading.values import decode, encode
from utils.grading.wire import DTYPES, Channel, Gone, WireError


class Child:
    """Serves one answer until the judge hangs up."""

    def __init__(self, channel: Channel, removed: Iterable[str] = ()):
        self._channel = channel
        self._course: dict[str, Any] = {}
        self._printed = Printed()
        self._student: Student | None = None
        self._removed = [*removed]
        self.begin()

    def serve(self) -> None:
        """Answer every request; returns when the judge has gone."""
        with contextlib.suppress(Gone):
            while True:
                header, tensors = self._channel.receive()
                if "begin" in header:
                    self.begin()
                if "quiet" in header:
                    self._do_quietly(header, tensors)
                    continue
                reply, found = self._reply(header, tensors)
                try:
                    self._channel.send(reply, found)
                except WireError as error:
                    self._channel.send({"fault": ["ValueError", f"the result is too large: {error}"]})

    def _reply(self, header: dict[str, Any], tensors: list[Tensor]) -> tuple[dict[str, Any], list[Tensor]]:
        op = header["op"]
        if op == "load":
            return self._load(header), []
        if op == "printed":
            return {"printed": self._printed.kept}, []
        if op == "probe":
            return {"probe": probe(**header["arguments"])}, []
        if self._failure:
            return {"late": self._failure}, []
        if op == "gradients":
            return self._gradients(header, tensors[0])
        if op == "rests on":
            return self._ways(header)
        if op == "nothing":
            return {}, []
        if op == "numbers":
            return {}, [self._tell(leaf) for leaf in header["leaves"]]
        return self._do(header, tensors)

    def begin(self) -> None:
        """Forget what belongs to the last check."""
        self._objects: list[object] = []
        self._leaves: dict[str, Tensor] = {}
        self._names: dict[int, str] = {}
        self._new: list[str] = []
        self._shown: dict[str, tuple[torch.dtype, torch.Size]] = {}
        self._told: dict[str, Tensor] = {}
        self._outs: list[Tensor] = []
        self._arrived: dict[int, Tensor] = {}
        self._worlds: dict[int, Mirror] = {}
        self._optimizers: dict[str, torch.optim.Optimizer] = {}
        self._generators: dict[int, torch.Generator] = {}
        self._failure: dict[str, Any] = {}
        if self._student:
            self._student._changed = False

    def _load(self, header: dict[str, Any]) -> dict[str, Any]:
        """Define the answer among the course's pieces that it uses."""
        self._printed = sys.stdout = sys.stderr = Printed()
        if header["refused"] != self._removed:
            remove_operators(header["refused"])
        self._learn(header["pieces"])
        names = {**run(header["imports"], {}), **self._course}
        try:
            given = {name: names[name] for name in header["given"]}
            namespace = define(header["exercise"], header["statements"], given)
        except CannotLoad as reason:
            return {"cannot": reason.message, "advice": reason.advice}
        self._student = Student(
            header["exercise"], namespace, header["refused"], contextlib.nullcontext, refusing_layers
        )
        return {}

    def _learn(self, pieces: list[dict]) -> None:
        for piece in pieces:
            self._course[piece["name"]] = run(piece["statements"], self._course, place="lesson")[piece["name"]]

    def _do_quietly(self, header: dict[str, Any], tensors: list[Tensor]) -> None:
        """Do what the judge waits for no reply to; once it failed, that is the reply to all until the next check."""
        if not self._failure:
            reply, _ = self._do(header, tensors)
            self._failure = {key: reply[key] for key in ("raised", "stopped", "fault") if key in reply}

    def _do(self, header: dict[str, Any], tensors: list[Tensor]) -> tuple[dict[str, Any], list[Tensor]]:
        found: list[Tensor] = []
        reply: dict[str, Any] = {}
        self._student._changed = False
        self._arrived.clear()
        try:
            self._sync(header, tensors)
            arguments = [self._value(one, tensors) for one in header["arguments"]]
            kwargs = {name: self._value(one, tensors) for name, one in header.get("kwargs", {}).items()}
            if "seed" in header:
                seed_all(header["seed"])
            with torch.set_grad_enabled(header["grad"]):
                value = self._act(header, reply, arguments, kwargs)
            reply["value"] = self._node(value, found)
        except AnswerRaised as error:
            bases = [one.__name__ for one in type(error.error).__mro__]
            reply["raised"] = {"kind": error.kind, "text": error.text, "line": error.line, "bases": bases}
            reply["raised"] |= {"unfilled": error.unfilled, "refused": error.refused}
        except (SystemExit, KeyboardInterrupt) as stop:
            reply["stopped"] = type(stop).__name__
        except Exception as error:
            reply |= _fault(error)
        reply["changed"] = self._student._changed
        reply["worlds"] = [
            [number, [[*place, self._flat(value, found)] for *place, value in self._worlds[number].changes()]]
            for number in [world["number"] for world in header["worlds"]]
        ]
        reply["shared"] = shared(self._worlds)
        if "quiet" not in header:
            self._announce(reply, found)
        self._student._record.clear()
        return reply, found

    def _act(self, header: dict[str, Any], reply: dict[str, Any], arguments: list, kwargs: dict) -> object:
        op, (target, *rest) = header["op"], arguments
        student = self._student
        if op == "call" and header.get("count") == "torch calls":
            reply["count"] = student.count_torch_calls(target, *rest)
            return student._record[-1]
        if op == "call" and header.get("count") == "operations":
            reply["count"], value = student.count_operations(target, *rest, **kwargs)
            return value
        if op == "call":
            return target(*rest, **kwargs)
        if op == "get":
            return student._call(getattr, (target, *rest), {})
        if op == "len":
            return len(target)
        if op == "parameters":
            return {name: self._leaf(value, announce=True) for name, value in target.parameters().items()}
        if op == "state":
            return target.state()
        if op == "buffers":
            return target.buffers()
        {"fill": target.load, "mode": target.set_mode, "to": target.to}[op](*rest)
        if op == "fill":
            self._new += self._told
        if op == "to":
            self._new += self._shown
        return None

    def _sync(self, header: dict[str, Any], tensors: list[Tensor]) -> None:
        """Take over what the judge changed since the last call."""
        for leaf, place in header["sync"]:
            self._leaves[leaf].data = tensors[place]
            self._told[leaf] = tensors[place].clone()
        for world in header["worlds"]:
            number = world["number"]
            changes = [[*one[:3], self._value(one[3], tensors)] for one in world["changes"]]
            if "blueprint" in world:
                self._learn(world["pieces"])
                mirror = Mirror(build(world["blueprint"], self._course.__getitem__))
                mirror.fill(changes, world["ties"])
                self._worlds[number] = mirror
                for index, parameter in enumerate(mirror.parameters()):
                    self._leaves[f"w{number}.{index}"] = parameter
                    self._names[id(parameter)] = f"w{number}.{index}"
            else:
                self._worlds[number].apply(changes)

    def _value(self, node: Any, tensors: list[Tensor]) -> Any:
        return decode(node, lambda special: self._special(special, tensors))

    def _special(self, node: dict, tensors: list[Tensor]) -> Any:
        if "x" in node:
            if node["x"] not in self._arrived:
                self._arrived[node["x"]] = self._tensor(node, tensors[node["x"]])
            return self._arrived[node["x"]]
        if "o" in node:
            return Handle(self._student, self._objects[node["o"]])
        if "n" in node:
            return Handle(self._student, self._student._namespace[node["n"]])
        if "w" in node:
            return Handle(self._student, self._worlds[node["w"]].module)
        if "dtype" in node:
            return DTYPES[node["dtype"]]
        if "generator" in node:
            new = torch.Generator()
            new.set_state(tensors[node["state"]])
            return self._generators.setdefault(node["generator"], new)
        return self._optimizer(node, tensors)

    def _tensor(self, node: dict, value: Tensor) -> Tensor:
        if "order" in node:
            value = value.permute([node["order"].index(side) for side in range(value.dim())])
        if node.get("trained"):
            value.requires_grad_()
        if "leaf" in node:
            value.requires_grad_()
            self._leaves[node["leaf"]] = value
            self._names[id(value)] = node["leaf"]
        return value

    def _optimizer(self, node: dict, tensors: list[Tensor]) -> torch.optim.Optimizer:
        key = json.dumps(node)
        if key not in self._optimizers:
            groups = [
                {"params": [self._leaves[one] for one in group["leaves"]], **self._value(group["options"], tensors)}
                for group in node["groups"]
            ]
            self._optimizers[key] = getattr(torch.optim, node["optimizer"])(groups, lr=groups[0]["lr"])
        return self._optimizers[key]

    def _node(self, value: object, found: list[Tensor]) -> Any:
        """What an answer returned: `value` has already been made plain by Student."""
        return encode(value, lambda special: self._special_node(special, found))

    def _special_node(self, value: object, found: list[Tensor]) -> dict[str, Any]:
        if isinstance(value, Foreign):
            return {"?": value.description[:300]}
        if isinstance(value, Handle):
            world = next((n for n, one in self._worlds.items() if one.module is value._target), None)
            if world is not None:
                return {"w": world}
            self._objects.append(value._target)
            return {"o": len(self._objects) - 1, "module": isinstance(value._target, nn.Module)}
        if not isinstance(value, Tensor):
            return {"?": f"an object of type {type(value).__name__}"}
        if not value.requires_grad:
            return {"x": self._add(value, found)}
        self._outs.append(value)
        return {"x": self._add(value.detach(), found), "trained": True, "out": str(len(self._outs) - 1)}

    def _flat(self, value: object, found: list[Tensor]) -> Any:
        """A changed number or attribute of a module of the judge's."""
        if isinstance(value, Tensor):
            return {"x": self._add(value.detach(), found), "trained": value.requires_grad}
        return self._node(value, found)

    def _add(self, value: Tensor, found: list[Tensor]) -> int:
        found.append(_dense(value))
        return len(found) - 1

    def _ways(self, header: dict[str, Any]) -> tuple[dict[str, Any], list[Tensor]]:
        """The leaves that a result depends on, each with the length of the longest way to it."""
        value, found = self._outs[int(header["out"])], []
        ways = [(value, 0)] if value.grad_fn is None else ways_to_leaves(value)
        reply = {"rests on": [[self._leaf(leaf), steps] for leaf, steps in ways]}
        self._announce(reply, found)
        return reply, found

    def _leaf(self, parameter: Tensor, announce: bool = False) -> str:
        """The name of a parameter; the judge hears of a new one with the next reply."""
        name = self._names.get(id(parameter))
        if name is None:
            name = f"p{len(self._leaves)}"
            self._leaves[name], self._names[id(parameter)] = parameter, name
            announce = True
        if announce and name.startswith("p"):
            self._new.append(name)
        return name

    def _announce(self, reply: dict[str, Any], found: list[Tensor]) -> None:
        """Tell of new parameters dtype and shape, and of those whose numbers the judge has asked for new numbers."""
        reply["leaves"], reply["numbers"] = [], []
        for name in dict.fromkeys(self._new):
            now = self._leaves[name]
            kind = (now.dtype, now.shape)
            if self._shown.get(name) != kind:
                self._shown[name] = kind
                self._told.pop(name, None)
                reply["leaves"].append([name, str(now.dtype)[len("torch.") :], list(now.shape), now.requires_grad])
            elif name in self._told and not torch.equal(self._told[name], _dense(now.detach())):
                reply["numbers"].append([name, self._add(self._tell(name), found)])
        self._new.clear()

    def _tell(self, leaf: str) -> Tensor:
        """The numbers of a parameter, which the judge from now on knows."""
        self._told[leaf] = _dense(self._leaves[leaf].detach()).clone()
        return self._told[leaf]

    def _gradients(self, header: dict[str, Any], gradient: Tensor) -> tuple[dict[str, Any], list[Tensor]]:
        out = self._outs[int(header["out"])]
        leaves = [self._leaves[one] for one in header["leaves"]]
        try:
            found = pulled_back(out, leaves, gradient)
        except Exception as error:  # something that the backward pass needs was written over, say
            return _fault(error), []
        tensors: list[Tensor] = []
        return {"gradients": [None if one is None else self._add(one, tensors) for one in found]}, tensors


def _fault(error: Exception) -> dict[str, Any]:
    return {"fault": [type(error).__name__, str(error)[:300]]}


def _dense(value: Tensor) -> Tensor:
    return value if value.layout is torch.strided else value.to_dense()


def warm_up(backend: str) -> None:
    """Load what torch loads late, on one thread: a forked child of a threaded torch may hang."""
    load_tools(backend)
    tempfile.gettempdir()  # found by writing, which no answer may; torch's compiler asks for it
    operators()
    torch.set_num_threads(1)
    layer = nn.Sequential(nn.Linear(2, 2), nn.LayerNorm(2), nn.Dropout(0.1))
    with CountCalls():
        layer(torch.randn(3, 2)).sum().backward()
    seed_all(0)
    spare_compiler()
    settle()


def main() -> None:
    """Be the warm process, or with a port as well the one child of a system that cannot fork."""
    backend, *port = sys.argv[1:]
    if port:
        serve_alone(int(port[0]))
    else:
        fork_on_demand(backend)


def serve_alone(port: int) -> None:
    """Speak to the judge on this machine, which knows us by the secret on standard input."""
    warm_up(NONE)
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(sys.stdin.buffer.read())
    Child(Channel(connection)).serve()


def fork_on_demand(backend: str) -> None:
    """Be the warm process that speaks to the judge over standard input."""
    control = socket.socket(fileno=os.dup(0))
    control.set_inheritable(False)
    warm_up(backend)
    control.sendall(b'{"ready": true}\n')
    nurse(control, backend)


def nurse(control: socket.socket, backend: str, removed: Iterable[str] = ()) -> None:
    """Fork a child for every socket that comes, end it when told to; or fork another warm process like this one.

    `removed` names the operators of torch that are no longer there (`utils.grading.refusal`).
    """
    children: set[int] = set()
    while True:
        data, sockets, _, _ = socket.recv_fds(control, 4096, 1)
        if not data:
            break
        request = json.loads(data)
        if request["op"] == "fork":
            if request["trains"]:
                load_compiler()
            child = os.fork()
            if child == 0:
                control.close()
                os.sched_setaffinity(0, request["processors"])
                _be_child(sockets[0], backend, request["seconds"], removed)
            os.close(sockets[0])
            children.add(child)
            reply = {"child": child}
        elif request["op"] == "another":
            if os.fork() == 0:
                control.close()
                remove_operators(request["refused"])
                settle()
                nurse(socket.socket(fileno=sockets[0]), backend, request["refused"])
                os._exit(0)
            os.close(sockets[0])
            reply = {"another": True}
        else:
            reply = {"status": _end(request["child"])}
            children.discard(request["child"])
        control.sendall(json.dumps(reply).encode() + b"\n")
    for child in children:
        _end(child)


def _end(child: int) -> int:
    """How a child ended, as waitpid tells; one that does not end by itself at once is killed."""
    for _ in range(20):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def keep_only(connection: int) -> None:
    """Close every file but this one, which becomes number 3; the standard streams lead nowhere."""
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    os.dup2(connection, 3)
    os.closerange(4, 4096)


def _be_child(connection: int, backend: str, seconds: int, removed: Iterable[str]) -> None:
    status = 1
    try:
        os.setsid()
        keep_only(connection)
        channel = Channel(socket.socket(fileno=3))
        confine(backend, seconds)
        Child(channel, removed).serve()
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
