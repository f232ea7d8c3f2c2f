"""Refuse, while an answer runs, the torch functions and layers that are the exercise.

Torch itself asks here before it runs such an operator, so an alias, a method, `torch.ops`, a script or an import inside the
function is seen too, and code outside the answer is not. All other operators cost nothing more.
"""

import contextlib
import functools
from collections.abc import Iterable, Iterator

import torch
import torch.nn.functional as F
from torch import nn
from torch.overrides import TorchFunctionMode

ATTENTION = ("scaled_dot_product", "multi_head_attention", "transformer_encoder_layer", "native_multi_head_attention")
SOFTMAX = ("softmax", "softmin", "cross_entropy")
LAYER_NORM = ("layer_norm", "rms_norm", "group_norm", "batch_norm", "instance_norm")

_LAYERS = [
    nn.MultiheadAttention,
    *(getattr(nn, f"Transformer{part}") for part in ("", "Encoder", "EncoderLayer", "Decoder", "DecoderLayer")),
]
KEY = "AutocastIPU"
"""One of torch's dispatch keys that no machine of a learner uses: what is registered for it is asked while it is included."""
_key = getattr(torch._C.DispatchKey, KEY)
_refused: tuple[str, ...] = ()
_told = ""
"""What the answer was told last: code that torch compiled puts it into an error of its own."""


class Refused(Exception):
    """An answer did what none may: used what it is meant to build, say."""


@contextlib.contextmanager
def refusing(names: Iterable[str]) -> Iterator[None]:
    """Raise Refused when code inside calls a torch operator with one of `names` in its name, or an attention layer."""
    with refusing_layers(names):
        for name in _refused:
            _watch(name)
        before = torch._C._dispatch_tls_is_dispatch_key_included(_key)
        _ask(bool(_refused))
        try:
            yield
        except Exception as error:
            if not _told or isinstance(error, Refused):
                raise
            raise Refused(_told) from error
        finally:
            _ask(before)


@contextlib.contextmanager
def refusing_layers(names: Iterable[str]) -> Iterator[None]:
    """The part of `refusing` that is left to do where torch's operators are gone (`utils.grading.refusal`)."""
    global _refused, _told
    before, _refused, _told = _refused, tuple(names), ""
    try:
        yield
    finally:
        _refused = before


def refusal(name: str) -> str:
    """What an answer is told that calls this operator or function of torch."""
    return f"Your code calls torch's own `{name.partition('.')[0].strip('_')}`: here you write the formula yourself."


@functools.cache
def operators() -> list[str]:
    """The names of torch's own operators, but for those of the way back."""
    names = [one for one in torch._C._dispatch_get_all_op_names() if one.startswith("aten::")]
    return [one.removeprefix("aten::") for one in names if "backward" not in one]


def _ask(switched_on: bool) -> None:
    """Whether torch asks before it runs what is watched, on this thread."""
    torch._C._dispatch_tls_set_dispatch_key_excluded(_key, not switched_on)
    torch._C._dispatch_tls_set_dispatch_key_included(_key, switched_on)


@functools.cache
def _watch(part: str) -> None:
    """Have torch ask before it runs an operator with this in its name."""
    for name in operators():
        if part in name:
            _watch_operator(name)


@functools.cache
def _watch_operator(name: str) -> None:
    _libraries()[0].impl(name, KEY, _asking(name), False)


@functools.cache
def _libraries() -> tuple:
    """Where operators are watched, and where all others pay no attention to the key: both must outlive what they register."""
    watched = torch._C._dispatch_library("IMPL", "aten", "", __file__, 0)
    rest = torch._C._dispatch_library("IMPL", "_", KEY, __file__, 0)
    rest.fallback_fallthrough("")
    return watched, rest


def _asking(name: str):
    packet, _, overload = name.partition(".")
    operator = getattr(getattr(torch.ops.aten, packet), overload or "default")

    def ask(*args: object, **kwargs: object) -> object:
        _refuse(name)
        _ask(False)
        try:
            return operator(*args, **kwargs)
        finally:
            _ask(True)

    return ask


class CountCalls(TorchFunctionMode):
    """Counts the calls of torch functions inside the block."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def __torch_function__(self, func, types, args=(), kwargs=None):
        self.count += 1
        return func(*args, **(kwargs or {}))


def _refuse(name: str) -> None:
    global _told
    if any(part in name for part in _refused):
        _told = refusal(name)
        raise Refused(_told)


def _guard_layers() -> None:
    """Make building or calling torch's attention layers ask first; subclasses and aliases included."""

    def asking(method, name):
        @functools.wraps(method)
        def ask(self, *args, **kwargs):
            if set(ATTENTION) & set(_refused):
                raise Refused(f"Your code uses torch's own `nn.{name}`: that is what you build in this course.")
            return method(self, *args, **kwargs)

        return ask

    def asking_first(function):
        @functools.wraps(function)
        def ask(*args, **kwargs):
            _refuse(function.__name__)
            return function(*args, **kwargs)

        return ask

    F.multi_head_attention_forward = asking_first(F.multi_head_attention_forward)
    for layer in _LAYERS:
        layer.__init__ = asking(layer.__init__, layer.__name__)
        layer.forward = asking(layer.forward, layer.__name__)


_guard_layers()
