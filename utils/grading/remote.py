"""The judge's side of an answer in another process: what is asked over the channel, and what both sides know.

Nothing that comes back is believed beyond its form: every reply is checked, a wrong one ends the check (`Lost`).
"""

import builtins
import contextlib
import time
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

import torch
from torch import Tensor, nn

from utils.checking.chance import next_seed
from utils.checking.judge import CannotLoad, definition, own_names
from utils.checking.program import COMPANIONS, Program
from utils.checking.reference import reference
from utils.checking.student import Student
from utils.grading.crossing import Incoming, Outgoing
from utils.grading.faults import GraderFault, Lost, RemoteRaised, as_text
from utils.grading.mirrors import CannotCross, Mirror, blueprint, share
from utils.grading.pieces import given, imports, offered, with_needed
from utils.grading.unread import Unread, fill, forget, rooted, unread
from utils.grading.wire import MOST_BODY, Channel, Gone, WireError, described
from utils.lesson import exercises


class Answer:
    """One child: the answer defined there, and what of it the judge has seen."""

    def __init__(self, channel: Channel, exercise: str):
        self.exercise = exercise
        self.own_helpers: list[str] = []
        self.waited = 0.0
        self._channel = channel
        self._end = 0.0
        self._has: set[str] = set()
        self._begins = False
        self._fresh()

    def _fresh(self) -> None:
        self.leaves: dict[str, Tensor] = {}
        self._synced: dict[str, Tensor] = {}
        self._given = 0
        self.worlds: dict[int, World] = {}
        self._generators: list[torch.Generator] = []
        self._trouble = False
        """Whether what was done before a request failed, which no check may get over."""

    def allow(self, seconds: float) -> None:
        """From now on the child has so many seconds."""
        self.waited = max(0.0, self.waited - self._channel.excuse())
        self._end = time.monotonic() + seconds

    def load(self, program: Program, refused: Iterable[str], own: Iterable[str] = ()) -> None:
        """Define the answer in the child; raises CannotLoad."""
        self._channel.drop()
        known = given(program, self.exercise, own)
        statements = definition(program, self.exercise, known)
        needs = set(COMPANIONS.get(self.exercise, ())).union(
            *(one.needs for one in program.needed(self.exercise, known))
        )
        told, _ = self._exchange(
            {
                "op": "load",
                "exercise": self.exercise,
                "statements": statements,
                "imports": [(one.cell, one.text) for one in imports(self.exercise) if one.binds & needs],
                "pieces": self.pieces(needs & known & offered(self.exercise)),
                "given": sorted(needs & known),
                "refused": [*refused],
            }
        )
        if "cannot" in told:
            raise CannotLoad(as_text(told["cannot"], 600), as_text(told.get("advice"), 600))
        self.own_helpers = own_names(program, self.exercise, exercises())

    def pieces(self, names: Iterable[str]) -> list[dict]:
        """The course's pieces of these names that the child does not have yet."""
        new = [one for one in with_needed(names) if one.name not in self._has]
        if any(one.name not in offered(self.exercise) for one in new):
            raise GraderFault(f"a check of {self.exercise} hands over what rests on its own solution")
        self._has |= {one.name for one in new}
        return [{"name": one.name, "statements": list(one.statements)} for one in new]

    def begin(self) -> None:
        """A new check: objects, tensors and modules of the last one are forgotten on both sides.

        The child hears of it with the first request.
        """
        self._fresh()
        self._channel.drop()
        self._begins = True

    def close(self) -> None:
        self._channel.close()

    def probe(self, arguments: dict[str, object]) -> list[str]:
        """The controls that the child finds missing: it is asked before it has read anything of a submission."""
        return self._exchange({"op": "probe", "arguments": arguments})[0]["probe"]

    def printed(self) -> str:
        self._channel.drop()
        return as_text(self._exchange({"op": "printed"})[0].get("printed"), 2_000)

    def do(self, student: Student, op: str, *args: object) -> None:
        """Do `op`, which has no result, in the child: with the next request, where nothing here can tell the difference."""
        if self.worlds or self._synced:
            self.ask(student, op, *args)
            return
        header, tensors = self._request(op, args, {})
        try:
            self._channel.hold(self._with_begin({**header, "quiet": True}), tensors)
        except WireError as error:
            raise Lost("malformed", str(error)) from None

    def settle(self) -> None:
        """See to it that everything is done that was asked for, and was no trouble."""
        if self._channel.holds or self._trouble:
            self._in_check({"op": "nothing"})

    def ask(self, student: Student, op: str, *args: object, chance: bool = False, **more: object) -> dict[str, Any]:
        """Do `op` in the child; the reply with its `value` decoded. Raises AnswerRaised, Lost, GraderFault."""
        header, sent = self._request(op, args, more)
        if chance:
            header["seed"] = next_seed()
        reply, tensors = self._in_check(header, sent)
        try:
            return self.read(student, reply, tensors)
        except WireError as error:
            raise Lost("malformed", str(error)) from None

    def _request(self, op: str, args: tuple, more: dict[str, Any]) -> tuple[dict[str, Any], list[Tensor]]:
        """The header and the tensors of a request, with all that the child must hear before it does it."""
        try:
            out = Outgoing(self)
            header = {"op": op, "arguments": [out.node(one) for one in args], "grad": torch.is_grad_enabled(), **more}
            if "kwargs" in more:
                header["kwargs"] = {name: out.node(one) for name, one in more["kwargs"].items()}
            header["worlds"] = [world.told(out) for world in self.worlds.values()]
            header["sync"] = [[leaf, out.tensor(value.detach())] for leaf, value in self._changed_leaves()]
        except CannotCross as error:
            raise GraderFault(f"an argument of a check cannot cross: {error}") from None
        return header, out.tensors

    def gradients(self, out: str, gradient: Tensor, leaves: list[tuple[str, torch.Size, torch.dtype]]) -> list:
        """The gradients of the leaves, when `gradient` arrives at the child's tensor `out`."""
        header = {"op": "gradients", "out": out, "leaves": [name for name, _, _ in leaves]}
        reply, tensors = self._in_check(header, [gradient])
        try:
            self._raise(reply)
        except WireError as error:
            raise Lost("malformed", str(error)) from None
        found = reply.get("gradients")
        if not isinstance(found, list) or len(found) != len(leaves):
            raise Lost("malformed", "gradients that do not fit")
        given = []
        for place, (_, shape, dtype) in zip(found, leaves):
            one = tensors[place] if type(place) is int and 0 <= place < len(tensors) else None
            if one is not None and (one.shape != shape or one.dtype != dtype):
                raise Lost("malformed", "a gradient of another shape or dtype than its tensor")
            given.append(one)
        return given

    def root(self, result: Tensor, out: str) -> None:
        """Make a result the end of a graph: of an operation on its leaves, whose backward pass is a call to the child."""
        reply, tensors = self._in_check({"op": "rests on", "out": out})
        incoming = Incoming(self, None, tensors)
        try:
            self.learn(reply.get("leaves", []), incoming)
            self.renew(reply.get("numbers", []), incoming)
            names, steps = incoming.ways(reply.get("rests on"))
        except WireError as error:
            raise Lost("malformed", str(error)) from None
        leaves = [rooted(self.leaves[name]) for name in names]
        with torch.enable_grad(), torch._C.DisableTorchFunctionSubclass():
            if not any(one.requires_grad for one in leaves):  # it rests on something that no check can name
                leaves, names, steps = [*leaves, torch.zeros((), requires_grad=True)], [*names, ""], [*steps, 0]
            _InTheChild.apply([result], self, out, names, steps, *leaves)

    def _changed_leaves(self) -> list[tuple[str, Tensor]]:
        changed = [
            (leaf, self.leaves[leaf])
            for leaf, known in self._synced.items()
            if not _identical(self.leaves[leaf].detach(), known)
        ]
        self._synced |= {leaf: value.detach().clone() for leaf, value in changed}
        return changed

    def _exchange(self, header: dict, tensors: Iterable[Tensor] = ()) -> tuple[dict[str, Any], list[Tensor]]:
        started = time.monotonic()
        try:
            self._channel.send(self._with_begin(header), [*tensors], max(0.01, self._end - time.monotonic()))
            return self._channel.receive(max(0.01, self._end - time.monotonic()))
        except TimeoutError:
            raise Lost("hung") from None
        except Gone:
            raise Lost("gone") from None
        except WireError as error:
            raise Lost("malformed", str(error)) from None
        finally:
            self.waited += time.monotonic() - started

    def _in_check(self, header: dict, tensors: Iterable[Tensor] = ()) -> tuple[dict[str, Any], list[Tensor]]:
        """The same for a request of a check: raises here what something raised that was done before it."""
        reply, came = self._exchange(header, tensors)
        if "late" in reply:
            self._trouble = True
            self._raise_late(reply["late"])
        return reply, came

    def _with_begin(self, header: dict) -> dict:
        if self._begins:
            header, self._begins = {**header, "begin": True}, False
        return header

    def read(self, student: Student, reply: dict, tensors: list[Tensor]) -> dict[str, Any]:
        """What a reply says; raises WireError, and whatever it tells that the answer raised."""
        incoming = Incoming(self, student, tensors)
        self.learn(reply.get("leaves", []), incoming)
        self.renew(reply.get("numbers", []), incoming)
        for entry in incoming.sequence(reply.get("worlds", [])):
            number, changes = incoming.pair(entry)
            world = self.worlds.get(number) if type(number) is int else None
            if world is None:
                raise WireError("a change of something that is not there")
            world.mirror.apply([[*one[:3], incoming.value(one[3])] for one in incoming.fours(changes)])
        for entry in incoming.sequence(reply.get("shared", [])):
            share({number: world.mirror for number, world in self.worlds.items()}, entry)
        self._raise(reply)
        return {**reply, "value": incoming.value(reply.get("value"))}

    def _raise(self, told: Mapping[str, Any]) -> None:
        """Raise here what was raised there, if anything was."""
        if "stopped" in told:
            raise KeyboardInterrupt if told["stopped"] == "KeyboardInterrupt" else SystemExit
        if isinstance(told.get("raised"), dict):
            raise RemoteRaised(told["raised"], self.exercise)
        if "fault" in told:
            if not isinstance(told["fault"], list) or len(told["fault"]) != 2:
                raise WireError("a fault of an unknown shape")
            kind, text = told["fault"]
            known = getattr(builtins, kind, None) if isinstance(kind, str) else None
            ordinary = isinstance(known, type) and issubclass(
                known, LookupError | ValueError | TypeError | RuntimeError
            )
            raise (known if ordinary else RuntimeError)(as_text(text))

    def _raise_late(self, told: object) -> NoReturn:
        """Raise what something raised that was done before the request: not as what a check may ask for."""
        if isinstance(told, dict):
            if isinstance(told.get("raised"), dict):
                raise RemoteRaised({**told["raised"], "bases": []}, self.exercise)
            with contextlib.suppress(WireError):
                self._raise(told)
        raise Lost("malformed", "a failure of an unknown kind")

    def learn(self, leaves: object, incoming: Incoming) -> None:
        """Mirror the answer's parameters as tensors of the judge's own; their numbers come when they are used."""
        left = MOST_BODY
        for entry in incoming.fours(leaves):
            leaf, *kind, trained = entry
            if not isinstance(leaf, str) or not leaf.startswith("p") or len(leaf) > 20:
                raise WireError("a parameter without a name")
            dtype, shape, size = described(*kind)
            left -= size
            if left < 0:
                raise WireError("more than a frame may hold")
            trained = trained is True and (dtype.is_floating_point or dtype.is_complex)
            if leaf in self.leaves:
                forget(self.leaves[leaf], dtype, shape, self._read_numbers)
                self._synced.pop(leaf, None)
            else:
                self.leaves[leaf] = unread(dtype, shape, trained, self._read_numbers)

    def renew(self, numbers: object, incoming: Incoming) -> None:
        """Take over the numbers of parameters that were used here before."""
        for entry in incoming.sequence(numbers):
            leaf, place = incoming.pair(entry)
            value = incoming.tensor(place)
            known = self._synced.get(leaf) if isinstance(leaf, str) else None
            if known is None or known.shape != value.shape or known.dtype != value.dtype:
                raise WireError("numbers of another parameter")
            with torch.no_grad():
                self.leaves[leaf].copy_(value)
            self._synced[leaf] = value

    def _read_numbers(self) -> None:
        """Ask for the numbers of every parameter that has none here yet."""
        asked = [name for name, one in self.leaves.items() if type(one) is Unread]
        reply, tensors = self._in_check({"op": "numbers", "leaves": asked})
        if reply or len(tensors) != len(asked):
            raise Lost("malformed", "numbers that do not fit")
        for name, value in zip(asked, tensors):
            own = self.leaves[name]
            if own.shape != value.shape or own.dtype != value.dtype:
                raise Lost("malformed", "numbers that do not fit")
            fill(own, value)
            self._synced[name] = value

    def world(self, thing: nn.Module) -> "World":
        """What the child has, or is about to get, of this module of the judge's."""
        for known in self.worlds.values():
            if known.mirror.module is thing:
                return known
        world = World(len(self.worlds), thing, self)
        self.worlds[world.number] = world
        for index, parameter in enumerate(world.mirror.parameters()):
            self.leaves[f"w{world.number}.{index}"] = parameter
        return world

    def generator(self, one: torch.Generator) -> int:
        """The number of a generator; the child's moves on as it is used, and the one here stands still."""
        if not any(known is one for known in self._generators):
            self._generators.append(one)
        return next(number for number, known in enumerate(self._generators) if known is one)

    def leaf_of(self, parameter: Tensor) -> str:
        """The name of a parameter that both sides have."""
        name = next((name for name, one in self.leaves.items() if one is parameter), None)
        if name is None:
            raise CannotCross("a parameter of something that was not handed over before")
        return name

    def given(self, tensor: Tensor) -> str:
        """A name for a tensor that goes in and wants a gradient."""
        self._given += 1
        name = f"a{self._given}"
        self.leaves[name] = tensor
        return name


class World:
    """A module of the judge's that the child has too."""

    def __init__(self, number: int, module: nn.Module, answer: Answer):
        self.number, self.mirror = number, Mirror(module)
        self._answer = answer
        self._told = False

    def told(self, out: Outgoing) -> dict[str, Any]:
        """What the child must hear before it uses the module."""
        header: dict[str, Any] = {"number": self.number}
        if not self._told:
            course = {one: name for name, one in reference().items() if isinstance(one, type)}
            header["blueprint"] = blueprint(self.mirror.module, course)
            header["ties"] = self.mirror.ties()
            header["pieces"] = self._answer.pieces(_course_names(header["blueprint"]))
            self._told = True
        header["changes"] = [
            [*place, out.told(value) if isinstance(value, Tensor) else out.node(value)]
            for *place, value in self.mirror.changes()
        ]
        return header


def _course_names(node: Mapping[str, Any]) -> set[str]:
    own = {node["class"]["course"]} if "course" in node.get("class", {}) else set()
    return own.union(*(_course_names(child) for _, child in node.get("children", []) if child))


class _InTheChild(torch.autograd.Function):
    """A result that came from the child."""

    @staticmethod
    def forward(ctx, held, answer, out, names, steps, *leaves):
        ctx.answer, ctx.out = answer, out
        ctx.leaves = [(name, one.shape, one.dtype) for name, one in zip(names, leaves)]
        ctx.steps = steps  # how long the way to each leaf is: utils.checking.parts asks
        return held[0]

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx, gradient):
        asked = [one for one in ctx.leaves if one[0]]
        found = dict(zip((one[0] for one in asked), ctx.answer.gradients(ctx.out, gradient, asked)))
        return (None,) * 5 + tuple(found.get(name) for name, _, _ in ctx.leaves)


def _identical(one: Tensor, other: Tensor) -> bool:
    return one.dtype == other.dtype and one.shape == other.shape and torch.equal(one, other)
