"""What crosses between the judge and the process that runs an answer: frames of plain data and tensor bytes.

A frame is 16 bytes (mark, length of the header, length of the body), a JSON header and the tensors' raw bytes, which
the header's `tensors` describes by dtype and shape. Nothing is executed by reading a frame; a frame that is not
exactly this raises WireError. Never pickle.
"""

import json
import math
import re
import socket
import struct
import time
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

HEAD = struct.Struct("!4sIQ")
MARK = b"WTT1"
MOST_HEADER = 4 * 2**20
MOST_BODY = 64 * 2**20
MOST_TENSORS = 10_000
MOST_SIDES = 16
MOST_DIGITS = 60
LONG = re.compile(rb"\d{61}")
"""More digits in a row than MOST_DIGITS, in a number or in a text."""
SLICE = 0.1
"""Seconds after which one who waits looks at the clock."""
MOST_EXCUSED = 30.0
"""Seconds that a time limit leaves out at most: an answer's own threads may keep it waiting too."""
AT_ONCE = 1 << 16
"""Bytes that are read in one go: most frames are smaller."""

_CROSS = "float16 bfloat16 float32 float64 complex64 complex128 bool uint8 int8 int16 int32 int64"
DTYPES: dict[str, torch.dtype] = {name: getattr(torch, name) for name in _CROSS.split()}
NAMES = {dtype: name for name, dtype in DTYPES.items()}


class WireError(Exception):
    """A frame that does not follow the rules."""


class Gone(Exception):
    """The other side has closed the connection."""


def pack(header: dict[str, Any], tensors: Sequence[Tensor] = ()) -> bytes:
    """The frame of a header (plain JSON data) and dense tensors."""
    dense = [one.detach().cpu().resolve_conj().resolve_neg() for one in tensors]
    shown = [{"dtype": NAMES.get(one.dtype, str(one.dtype)), "shape": list(one.shape)} for one in dense]
    text = _ENCODER.encode({**header, "tensors": shown}).encode()
    body = b"".join(map(_bytes, dense))
    if len(text) > MOST_HEADER or len(body) > MOST_BODY:
        raise WireError("more than a frame may hold")
    return HEAD.pack(MARK, len(text), len(body)) + text + body


def _bytes(value: Tensor) -> bytes:
    if value.dtype is torch.bfloat16:  # which numpy does not know
        value = value.contiguous().view(torch.int16)
    return value.numpy().tobytes()


def lengths(head: bytes) -> tuple[int, int]:
    """The lengths of header and body that the first 16 bytes announce."""
    mark, header, body = HEAD.unpack(head)
    if mark != MARK or header > MOST_HEADER or body > MOST_BODY:
        raise WireError("not the beginning of a frame, or more than a frame may hold")
    return header, body


def unpack(text: bytes, body: bytes) -> tuple[dict[str, Any], list[Tensor]]:
    """The header and the tensors of a frame; the tensors are copies of the body's bytes."""
    try:
        header = (_CAREFUL_DECODER if LONG.search(text) else _DECODER).decode(str(text, "utf-8"))
    except (ValueError, RecursionError) as error:
        raise WireError(f"the header is not JSON ({type(error).__name__})") from None
    if not isinstance(header, dict):
        raise WireError("the header is not an object")
    shown = header.pop("tensors", None)
    if not isinstance(shown, list) or len(shown) > MOST_TENSORS:
        raise WireError("the header does not describe the tensors")
    tensors, start, view = [], 0, memoryview(body)
    for one in shown:
        dtype, shape, size = _described(one)
        if start + size > len(body):
            raise WireError("the body is shorter than its tensors")
        tensors.append(_tensor(view[start : start + size], dtype, shape))
        start += size
    if start != len(body):
        raise WireError("the body is longer than its tensors")
    return header, tensors


def _refuse(name: str) -> None:
    raise ValueError(name)


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError("too many digits")
    return int(digits)


_ENCODER = json.JSONEncoder(allow_nan=False)
_DECODER = json.JSONDecoder(parse_constant=_refuse)
_CAREFUL_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_int=_integer)


def _described(one: object) -> tuple[torch.dtype, list[int], int]:
    """dtype, shape and number of bytes of one described tensor."""
    if not isinstance(one, dict) or one.keys() != {"dtype", "shape"}:
        raise WireError("a tensor is not described by dtype and shape")
    return described(one["dtype"], one["shape"])


def described(name: object, shape: object) -> tuple[torch.dtype, list[int], int]:
    """dtype, shape and number of bytes of a tensor; raises WireError when it is none that crosses."""
    if not isinstance(name, str) or name not in DTYPES:
        raise WireError("a dtype that does not cross")
    if not isinstance(shape, list) or len(shape) > MOST_SIDES:
        raise WireError("a shape that is not a short list")
    if any(type(side) is not int or not 0 <= side <= MOST_BODY for side in shape):
        raise WireError("a side that is not a small number")
    return DTYPES[name], shape, math.prod(shape) * DTYPES[name].itemsize


def _tensor(data: memoryview, dtype: torch.dtype, shape: list[int]) -> Tensor:
    if not data.nbytes:
        return torch.empty(shape, dtype=dtype)
    if dtype is torch.bool:  # any other byte than 0 and 1 would be undefined in torch
        return torch.frombuffer(bytearray(data), dtype=torch.uint8).ne(0).view(shape)
    return torch.frombuffer(bytearray(data), dtype=dtype).view(shape)


class Channel:
    """Frames over a connected socket."""

    def __init__(self, connection: socket.socket, waits: Callable[[], float] = lambda: 0.0):
        """`waits` tells how long the other side had to wait for a processor so far (`utils.checking.clock`)."""
        self._socket = connection
        self._waits = waits
        self._excused = waits()
        self._came = bytearray()
        self._held = b""

    def excuse(self) -> float:
        """Seconds that the other side had to wait since this was last asked; from now on time limits leave out what comes."""
        excused = self._kept_waiting()
        self._excused = self._waits()
        return excused

    def _kept_waiting(self) -> float:
        return min(MOST_EXCUSED, self._waits() - self._excused)

    @property
    def holds(self) -> bool:
        """Whether frames wait to be sent."""
        return bool(self._held)

    def hold(self, header: dict[str, Any], tensors: Sequence[Tensor] = ()) -> None:
        """Send this frame together with the next one."""
        self._held += pack(header, tensors)

    def drop(self) -> None:
        """Never send the frames that wait."""
        self._held = b""

    def send(self, header: dict[str, Any], tensors: Sequence[Tensor] = (), seconds: float | None = None) -> None:
        """Raises Gone, or TimeoutError when the other side does not take it in time."""
        frame = pack(header, tensors)
        frame, self._held = self._held + frame, b""
        end, left = self._until(seconds), memoryview(frame)
        while left:
            left = left[self._in_time(self._socket.send, left, end) :]

    def receive(self, seconds: float | None = None) -> tuple[dict[str, Any], list[Tensor]]:
        """The next frame whole; raises Gone, WireError, or TimeoutError when it is not whole in time."""
        end = self._until(seconds)
        header, body = lengths(self._exactly(HEAD.size, end))
        return unpack(self._exactly(header, end), self._exactly(body, end))

    def _until(self, seconds: float | None) -> float | None:
        """When the time is over; a socket that waits in slices need not be told of every limit."""
        wanted = None if seconds is None else SLICE
        if self._socket.gettimeout() != wanted:
            self._socket.settimeout(wanted)
        return None if seconds is None else time.monotonic() + seconds

    def _in_time(self, act: Callable, what: object, end: float | None) -> Any:
        while True:
            late = 0.0 if end is None else time.monotonic() - end
            if late > 0 and late > self._kept_waiting():
                raise TimeoutError
            try:
                return act(what)
            except TimeoutError:
                continue
            except OSError:
                raise Gone from None

    def _exactly(self, count: int, end: float | None) -> bytearray:
        while len(self._came) < count:
            part = self._in_time(self._socket.recv, max(AT_ONCE, min(count - len(self._came), 1 << 20)), end)
            if not part:
                raise Gone
            self._came += part
        taken, self._came = self._came[:count], self._came[count:]
        return taken

    def close(self) -> None:
        self._socket.close()
