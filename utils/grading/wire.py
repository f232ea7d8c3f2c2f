"""What crosses between the judge and the process that runs an answer: frames of plain data and tensor bytes.

A frame is 16 bytes (mark, length of the header, length of the body), a JSON header and the tensors' raw bytes, which
the header's `tensors` describes by dtype and shape. Nothing is executed by reading a frame; a frame that is not
exactly this raises WireError. Never pickle.
"""

import json
import math
import socket
import struct
import time
from collections.abc import Sequence
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

_CROSS = "float16 bfloat16 float32 float64 complex64 complex128 bool uint8 int8 int16 int32 int64"
DTYPES: dict[str, torch.dtype] = {name: getattr(torch, name) for name in _CROSS.split()}


class WireError(Exception):
    """A frame that does not follow the rules."""


class Gone(Exception):
    """The other side has closed the connection."""


def pack(header: dict[str, Any], tensors: Sequence[Tensor] = ()) -> bytes:
    """The frame of a header (plain JSON data) and dense tensors."""
    dense = [one.detach().cpu().resolve_conj().resolve_neg() for one in tensors]
    shown = [{"dtype": str(one.dtype).removeprefix("torch."), "shape": list(one.shape)} for one in dense]
    text = json.dumps({**header, "tensors": shown}, allow_nan=False).encode()
    body = b"".join(map(_bytes, dense))
    if len(text) > MOST_HEADER or len(body) > MOST_BODY:
        raise WireError("more than a frame may hold")
    return HEAD.pack(MARK, len(text), len(body)) + text + body


def _bytes(value: Tensor) -> bytes:
    flat = value.flatten().clone(memory_format=torch.contiguous_format)
    return flat.view(torch.uint8).numpy().tobytes() if value.numel() else b""


def lengths(head: bytes) -> tuple[int, int]:
    """The lengths of header and body that the first 16 bytes announce."""
    mark, header, body = HEAD.unpack(head)
    if mark != MARK or header > MOST_HEADER or body > MOST_BODY:
        raise WireError("not the beginning of a frame, or more than a frame may hold")
    return header, body


def unpack(text: bytes, body: bytes) -> tuple[dict[str, Any], list[Tensor]]:
    """The header and the tensors of a frame; the tensors are copies of the body's bytes."""
    try:
        header = json.loads(text, parse_constant=_refuse, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise WireError(f"the header is not JSON ({type(error).__name__})") from None
    if not isinstance(header, dict):
        raise WireError("the header is not an object")
    shown = header.pop("tensors", None)
    if not isinstance(shown, list) or len(shown) > MOST_TENSORS:
        raise WireError("the header does not describe the tensors")
    tensors, start = [], 0
    for one in shown:
        dtype, shape, size = _described(one)
        if start + size > len(body):
            raise WireError("the body is shorter than its tensors")
        tensors.append(_tensor(body[start : start + size], dtype, shape))
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


def _described(one: object) -> tuple[torch.dtype, list[int], int]:
    """dtype, shape and number of bytes of one described tensor."""
    if not isinstance(one, dict) or one.keys() != {"dtype", "shape"}:
        raise WireError("a tensor is not described by dtype and shape")
    name, shape = one["dtype"], one["shape"]
    if not isinstance(name, str) or name not in DTYPES:
        raise WireError("a dtype that does not cross")
    if not isinstance(shape, list) or len(shape) > MOST_SIDES:
        raise WireError("a shape that is not a short list")
    if any(type(side) is not int or not 0 <= side <= MOST_BODY for side in shape):
        raise WireError("a side that is not a small number")
    return DTYPES[name], shape, math.prod(shape) * DTYPES[name].itemsize


def _tensor(data: bytes, dtype: torch.dtype, shape: list[int]) -> Tensor:
    if not data:
        return torch.empty(shape, dtype=dtype)
    if dtype is torch.bool:  # any other byte than 0 and 1 would be undefined in torch
        return torch.frombuffer(bytearray(data), dtype=torch.uint8).ne(0).view(shape)
    return torch.frombuffer(bytearray(data), dtype=dtype).view(shape)


class Channel:
    """Frames over a connected socket."""

    def __init__(self, connection: socket.socket):
        self._socket = connection

    def send(self, header: dict[str, Any], tensors: Sequence[Tensor] = (), seconds: float | None = None) -> None:
        """Raises Gone, or TimeoutError when the other side does not take it in time."""
        self._socket.settimeout(seconds)
        try:
            self._socket.sendall(pack(header, tensors))
        except TimeoutError:
            raise
        except OSError:
            raise Gone from None

    def receive(self, seconds: float | None = None) -> tuple[dict[str, Any], list[Tensor]]:
        """The next frame whole; raises Gone, WireError, or TimeoutError when it is not whole in time."""
        end = None if seconds is None else time.monotonic() + seconds
        header, body = lengths(self._exactly(HEAD.size, end))
        return unpack(self._exactly(header, end), self._exactly(body, end))

    def _exactly(self, count: int, end: float | None) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            if end is not None:
                self._socket.settimeout(max(0.001, end - time.monotonic()))
            try:
                part = self._socket.recv(min(count - len(parts), 1 << 20))
            except TimeoutError:
                raise
            except OSError:
                raise Gone from None
            if not part or (end is not None and time.monotonic() > end):
                raise Gone if not part else TimeoutError
            parts += part
        return bytes(parts)

    def close(self) -> None:
        self._socket.close()
