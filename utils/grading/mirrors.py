"""The judge's own objects that an answer is given: modules, optimizers and generators, built again in the child.

A module crosses as its classes (torch's by name, the course's by exercise, a check's by the source of its forward methods)
and its numbers, never as code of the judge's choosing at run time. Afterwards each side tells the other what changed.
"""

import ast
import functools
import importlib
import inspect
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import torch
from torch import Tensor, nn

from utils.grading.wire import WireError

INTERNAL = set(vars(nn.Module())) | {"training"}
METHODS = {"forward", "encode", "decode"}
"""Methods of a check's own module that an answer may call; others could hold the expected result."""
PLAIN = (bool, int, float, str, type(None))


class CannotCross(Exception):
    """An argument of a check that has no form on the wire: the check's fault, never the answer's."""


def plain(value: object) -> bool:
    return type(value) in PLAIN or (type(value) in (tuple, list) and all(map(plain, value)))


def blueprint(module: nn.Module, course: Mapping[type, str], seen: dict[int, int] | None = None) -> dict[str, Any]:
    """How to build a module of the same classes and plain attributes; its numbers cross as changes (`Mirror`)."""
    seen = {} if seen is None else seen
    if id(module) in seen:
        return {"same": seen[id(module)]}
    seen[id(module)] = len(seen)
    attributes, functions = {}, {}
    for name, value in vars(module).items():
        if name in INTERNAL or isinstance(value, Tensor):
            continue
        if plain(value):
            attributes[name] = list(value) if type(value) is tuple else value
        elif (dotted := _dotted(value)) is not None:
            functions[name] = dotted
        else:
            raise CannotCross(f"{type(module).__name__}.{name}")
    return {
        "class": _class_of(type(module), course),
        "attributes": attributes,
        "tuples": [name for name, value in vars(module).items() if name not in INTERNAL and type(value) is tuple],
        "functions": functions,
        "empty": [name for name, value in module._parameters.items() if value is None],
        "not kept": sorted(module._non_persistent_buffers_set),
        "children": [
            [name, None if one is None else blueprint(one, course, seen)] for name, one in module._modules.items()
        ],
    }


def _dotted(value: object) -> str | None:
    """`torch.nn.functional.relu` for a function of torch's."""
    name = f"{getattr(value, '__module__', '')}.{getattr(value, '__name__', '')}"
    return name if callable(value) and name.startswith("torch.") and not isinstance(value, nn.Module) else None


def _class_of(kind: type, course: Mapping[type, str]) -> dict[str, Any]:
    if kind in course:
        return {"course": course[kind]}
    if kind.__module__.startswith("torch.nn."):
        return {"torch": f"{kind.__module__}.{kind.__qualname__}"}
    try:
        return {"source": forward_only(kind), "name": kind.__name__, "globals": _globals(kind)}
    except (OSError, TypeError, KeyError):
        raise CannotCross(kind.__name__) from None


@functools.cache
def forward_only(kind: type) -> str:
    """The source of a class with forward, encode, decode and the methods that these call, inherited or not, and no other."""
    methods: dict[str, ast.FunctionDef] = {}
    for one in kind.__mro__[: kind.__mro__.index(nn.Module)]:
        methods = {**_methods(one), **methods}
    wanted, waiting = set(), [name for name in METHODS if name in methods]
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        used = {node.attr for node in ast.walk(methods[name]) if isinstance(node, ast.Attribute)}
        if any(isinstance(node, ast.Name) and node.id == "super" for node in ast.walk(methods[name])):
            raise CannotCross(f"{kind.__name__}.{name}, which calls super()")
        waiting += [one for one in used & methods.keys() if one not in wanted]
    (made,) = ast.parse(f"class {kind.__name__}(nn.Module): pass").body
    made.body = [one for name, one in methods.items() if name in wanted] or made.body
    return ast.unparse(made)


def _methods(kind: type) -> dict[str, ast.FunctionDef]:
    """The functions that stand in the class's own body."""
    function = next((one for one in vars(kind).values() if inspect.isfunction(one)), None)
    if function is None:
        return {}
    nodes = ast.walk(_parsed(inspect.getsourcefile(function)))
    body = next(node for node in nodes if isinstance(node, ast.ClassDef) and node.name == kind.__name__).body
    return {one.name: one for one in body if isinstance(one, ast.FunctionDef)}


@functools.cache
def _parsed(path: str) -> ast.Module:
    with open(path, encoding="utf-8") as file:
        return ast.parse(file.read())


def _globals(kind: type) -> dict[str, Any]:
    """Plain constants that the class's module defines."""
    return {
        name: value
        for name, value in kind.forward.__globals__.items()
        if type(value) in PLAIN and not name.startswith("__")
    }


def build(node: Mapping[str, Any], course: Callable[[str], type], made: list[nn.Module] | None = None) -> nn.Module:
    """The module of a blueprint, without numbers yet."""
    made = [] if made is None else made
    if "same" in node:
        return made[node["same"]]
    kind = _class(node["class"], course)
    module = kind.__new__(kind)
    nn.Module.__init__(module)
    made.append(module)
    for name, value in node["attributes"].items():
        module.__dict__[name] = tuple(value) if name in node["tuples"] else value
    for name, dotted in node["functions"].items():
        module.__dict__[name] = _import(dotted)
    for name in node["empty"]:
        module.register_parameter(name, None)
    module._non_persistent_buffers_set |= set(node["not kept"])
    for name, child in node["children"]:
        module._modules[name] = None if child is None else build(child, course, made)
    return module


def _class(node: Mapping[str, Any], course: Callable[[str], type]) -> type:
    if "course" in node:
        return course(node["course"])
    if "torch" in node:
        return _import(node["torch"])
    import math

    namespace = {"torch": torch, "nn": nn, "F": nn.functional, "Tensor": Tensor, "math": math, **node["globals"]}
    exec(node["source"], namespace)
    return namespace[node["name"]]


def _import(dotted: str) -> Any:
    module, _, name = dotted.rpartition(".")
    return getattr(importlib.import_module(module), name)


class Mirror:
    """A module that both sides have, and what the other side knows of it."""

    def __init__(self, module: nn.Module):
        self.module = module
        self._places, self._parts = map(list, zip(*module.named_modules()))
        self._known: dict[tuple[int, str, str], object] = {}

    def changes(self) -> list[list]:
        """What is not yet known to the other side: [number of the submodule, kind, name, value]."""
        now = self._read()
        changed = [[*key, value] for key, value in now.items() if not _same(self._known.get(key, self), value)]
        changed += [[*key, False] for key in self._known.keys() - now.keys() if key[1] == "replaced"]
        self._known = {key: _kept(value) for key, value in now.items()}
        return changed

    def apply(self, changes: list[list]) -> None:
        """Take over what the other side changed; raises WireError when it does not fit the module."""
        for change in changes:
            if not isinstance(change, list | tuple) or len(change) != 4:
                raise WireError("not a change of a module")
            index, kind, name, value = change
            if type(index) is not int or not 0 <= index < len(self._parts) or type(name) is not str:
                raise WireError("a change of a module that is not there")
            _change(self._parts[index], kind, name, value)
        self._known = {key: _kept(value) for key, value in self._read().items()}

    def parameters(self) -> list[nn.Parameter]:
        """Every parameter once, in the same order on both sides."""
        own = (one for part in self._parts for one in part._parameters.values() if one is not None)
        return list({id(one): one for one in own}.values())

    def ties(self) -> list[list]:
        """Parameters that stand in several places: lists of [number of the submodule, name]."""
        places: dict[int, list] = {}
        for index, part in enumerate(self._parts):
            for name, value in part._parameters.items():
                if value is not None:
                    places.setdefault(id(value), []).append([index, name])
        return [one for one in places.values() if len(one) > 1]

    def fill(self, changes: list[list], ties: list[list]) -> None:
        """Give a module that was just built its first numbers."""
        for index, kind, name, value in changes:
            if kind == "parameter":
                self._parts[index].register_parameter(name, nn.Parameter(value, requires_grad=False))
            elif kind == "buffer":
                self._parts[index]._buffers[name] = value
        for (index, name), *others in ties:
            for other, twin in others:
                self._parts[other]._parameters[twin] = self._parts[index]._parameters[name]
        self.apply(changes)

    def places(self) -> dict[tuple[int, str], nn.Parameter]:
        """The parameters that are there now: by number of the submodule and name."""
        parts = ((index, self._standing(index)) for index in range(len(self._parts)))
        return {
            (index, name): one for index, part in parts for name, one in part._parameters.items() if one is not None
        }

    def _standing(self, index: int) -> nn.Module:
        """The part at this place now: an answer may have put another one with parameters of the same shapes there."""
        part = self.module
        for name in filter(None, self._places[index].split(".")):
            part = None if part is None else part._modules.get(name)
        built = self._parts[index]
        return part if part is not None and _shapes(part) == _shapes(built) else built

    def _read(self) -> dict[tuple[int, str, str], object]:
        found: dict[tuple[int, str, str], object] = {}
        for index, built in enumerate(self._parts):
            part = self._standing(index)
            found[index, "training", ""] = part.training
            for name, value in part._parameters.items():
                if value is not None:
                    found[index, "parameter", name] = value.detach()
                    found[index, "trained", name] = value.requires_grad
                    found[index, "gradient", name] = value.grad
            for name, value in part._buffers.items():
                if value is not None:
                    found[index, "buffer", name] = value.detach()
            for name in METHODS & vars(part).keys():
                if getattr(vars(part)[name], "__func__", None) is not getattr(type(part), name, self):
                    found[index, "replaced", name] = True
            for name, value in vars(part).items():
                ours = part is built or name in vars(built)
                if ours and name not in INTERNAL and (isinstance(value, Tensor) or type(value) in PLAIN):
                    found[index, "attribute", name] = value
        return found


def shared(mirrors: Mapping[int, Mirror]) -> list[list]:
    """Parameters that look into another's memory: [its place, the other's place, where in the other it begins].

    A place is [number of the module, number of the submodule, name].
    """
    places = [([number, *place], one) for number, mirror in mirrors.items() for place, one in mirror.places().items()]
    whole: dict[int, tuple[list, nn.Parameter]] = {}
    for place, one in places:
        memory = one.untyped_storage()
        if one.is_contiguous() and one.numel() * one.itemsize == memory.nbytes():
            whole.setdefault(memory.data_ptr(), (place, one))
    found = []
    for place, one in places:
        at, other = whole.get(one.untyped_storage().data_ptr(), (place, one))
        tied = one is other and place[0] == at[0]  # within one module: both sides know
        if place != at and not tied and one.is_contiguous():
            found.append([place, at, one.storage_offset()])
    return found


def share(mirrors: Mapping[int, Mirror], entry: object) -> None:
    """Let a parameter here look into another's memory as it does on the other side; raises WireError."""
    try:
        (number, index, name), (other, at, twin), start = entry
        piece, whole = mirrors[number].places()[index, name], mirrors[other].places()[at, twin]
        if piece is whole or type(start) is not int or start < 0 or piece.dtype != whole.dtype:
            raise ValueError
        piece.data = whole.data.view(-1)[start : start + piece.numel()].view(piece.shape)
    except (ValueError, TypeError, KeyError, RuntimeError):
        raise WireError("memory that cannot be shared") from None


def _shapes(part: nn.Module) -> dict[str, torch.Size | None]:
    return {name: None if one is None else one.shape for name, one in part._parameters.items()}


def _change(part: nn.Module, kind: object, name: str, value: object) -> None:
    if kind == "training" and type(value) is bool:
        part.training = value
    elif kind == "parameter" and _fits(value, part._parameters.get(name)):
        if not _same(part._parameters[name].detach(), value):
            part._parameters[name].data = value.clone()
    elif kind == "trained" and type(value) is bool and part._parameters.get(name) is not None:
        part._parameters[name].requires_grad_(value)
    elif kind == "gradient" and (value is None or _fits(value, part._parameters.get(name))):
        part._parameters[name].grad = value
    elif kind == "buffer" and _fits(value, part._buffers.get(name)):
        part._buffers[name] = value
    elif kind == "replaced" and name in METHODS and callable(getattr(type(part), name, None)):
        vars(part).pop(name, None)
        if value is True:
            vars(part)[name] = _gone
    elif kind == "attribute" and name not in INTERNAL and _may_hold(part, name, value):
        vars(part)[name] = value
    else:
        raise WireError(f"a change that does not fit the module: {str(kind)[:20]}")


def _gone(*args: object, **kwargs: object) -> NoReturn:
    """In place of a method that the answer replaced: what the judge asks the module must never come from there."""
    raise RuntimeError("the model is not as it was: a method of it is still replaced")


def _fits(value: object, own: Tensor | None) -> bool:
    return isinstance(value, Tensor) and isinstance(own, Tensor) and value.shape == own.shape


def _may_hold(part: nn.Module, name: str, value: object) -> bool:
    """An attribute keeps its type, a new one is a tensor, and a method stays a method."""
    if not isinstance(value, (Tensor, *PLAIN)) or callable(getattr(type(part), name, None)):
        return False
    return _alike(vars(part)[name], value) if name in vars(part) else isinstance(value, Tensor)


def _alike(own: object, value: object) -> bool:
    """An attribute keeps its type; what holds a tensor or None may hold either."""
    loose = (Tensor, type(None))
    return (isinstance(own, loose) and isinstance(value, loose)) or type(own) is type(value)


def _kept(value: object) -> object:
    return value.detach().clone().requires_grad_(value.requires_grad) if isinstance(value, Tensor) else value


def _same(one: object, other: object) -> bool:
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        alike = one.dtype == other.dtype and one.shape == other.shape and one.requires_grad == other.requires_grad
        return alike and torch.equal(one, other)
    return type(one) is type(other) and one == other
