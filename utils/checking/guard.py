"""Refuse, while an answer runs, the torch functions and layers that are the exercise.

Torch itself reports every call to these two modes, so an alias, a method, `torch.ops` or an import inside the
function is seen too, and code outside the answer is not.
"""

import contextlib
import functools
from collections.abc import Iterable, Iterator

from torch import nn
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

ATTENTION = ("scaled_dot_product", "multi_head_attention", "transformer_encoder_layer", "native_multi_head_attention")
SOFTMAX = ("softmax", "softmin", "cross_entropy")
LAYER_NORM = ("layer_norm", "rms_norm", "group_norm", "batch_norm", "instance_norm")

_LAYERS = [
    nn.MultiheadAttention,
    *(getattr(nn, f"Transformer{part}") for part in ("", "Encoder", "EncoderLayer", "Decoder", "DecoderLayer")),
]
_refused: tuple[str, ...] = ()
_allowed: dict[tuple[str, ...], set[object]] = {}
"""Functions of torch that hold none of these names in theirs."""


class Refused(Exception):
    """An answer did what none may: used what it is meant to build, say."""


@contextlib.contextmanager
def refusing(names: Iterable[str]) -> Iterator[None]:
    """Raise Refused when code inside calls a torch function with one of `names` in its name, or an attention layer."""
    with refusing_layers(names), contextlib.ExitStack() as modes:
        if _refused:
            modes.enter_context(_Functions())
        if set(_refused) - set(ATTENTION):
            modes.enter_context(_Operators())
        yield


@contextlib.contextmanager
def refusing_layers(names: Iterable[str]) -> Iterator[None]:
    """The part of `refusing` that is left to do where torch's operators are gone (`utils.grading.refusal`)."""
    global _refused
    before, _refused = _refused, tuple(names)
    try:
        yield
    finally:
        _refused = before


class _Functions(TorchFunctionMode):
    """Looks at each function once: an answer makes thousands of calls."""

    def __init__(self):
        super().__init__()
        self._allowed = _allowed.setdefault(_refused, set())

    def __torch_function__(self, func, types, args=(), kwargs=None):
        if func not in self._allowed:
            _refuse(getattr(func, "__name__", ""))
            self._allowed.add(func)
        return func(*args, **kwargs) if kwargs else func(*args)


class CountCalls(TorchFunctionMode):
    """Counts the calls of torch functions inside the block."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def __torch_function__(self, func, types, args=(), kwargs=None):
        self.count += 1
        return func(*args, **(kwargs or {}))


class _Operators(TorchDispatchMode):
    """The layer below, which also sees what compiled and scripted functions call."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        return False  # torch would load its compiler, for a second, only to keep it away from here

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        name = func._schema.name.removeprefix("aten::")
        if "backward" not in name:
            _refuse(name)
        return func(*args, **(kwargs or {}))


@functools.cache
def _is_refused(name: str, refused: tuple[str, ...]) -> bool:
    return any(part in name for part in refused)


def _refuse(name: str) -> None:
    if _is_refused(name, _refused):
        raise Refused(f"Your code calls torch's own `{name.strip('_')}`: here you write the formula yourself.")


def _guard_layers() -> None:
    """Make building or calling torch's attention layers ask first; subclasses and aliases included."""

    def asking(method, name):
        @functools.wraps(method)
        def ask(self, *args, **kwargs):
            if set(ATTENTION) & set(_refused):
                raise Refused(f"Your code uses torch's own `nn.{name}`: that is what you build in this course.")
            return method(self, *args, **kwargs)

        return ask

    for layer in _LAYERS:
        layer.__init__ = asking(layer.__init__, layer.__name__)
        layer.forward = asking(layer.forward, layer.__name__)


_guard_layers()
