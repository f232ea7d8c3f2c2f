"""An answer's parameters as the judge has them: their numbers cross only when something uses them.

Most checks ask how many parameters there are, of what shapes, and for their gradients. A base model of the paper would
otherwise cross for nothing.
"""

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor, nn


class Unread(nn.Parameter):
    """Of this parameter dtype and shape are known; the first use of its numbers makes it an ordinary one."""

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if func not in WITHOUT_NUMBERS:
            for one in _unread([*args, *(kwargs or {}).values()]):
                one.read()
        with torch._C.DisableTorchFunctionSubclass():
            return func(*args, **(kwargs or {}))


def unread(dtype: torch.dtype, shape: Sequence[int], trained: bool, read: Callable[[], None]) -> Unread:
    """A parameter that `read` fills, by calling `fill`."""
    made = Tensor._make_subclass(Unread, torch.empty(shape, dtype=dtype), trained)
    made.read = read
    return made


def forget(parameter: nn.Parameter, dtype: torch.dtype, shape: Sequence[int], read: Callable[[], None]) -> None:
    """It now has another dtype or shape, and numbers that are not known."""
    with torch._C.DisableTorchFunctionSubclass():
        parameter.data, parameter.grad = torch.empty(shape, dtype=dtype), None
    parameter.__class__, parameter.read = Unread, read


def fill(parameter: Unread, numbers: Tensor) -> None:
    """Make it an ordinary parameter with these numbers."""
    del parameter.read
    parameter.__class__ = nn.Parameter
    with torch.no_grad():
        parameter.copy_(numbers)


def _unread(values: Sequence[object]) -> Iterator[Unread]:
    for one in values:
        if type(one) is Unread:
            yield one
        elif isinstance(one, tuple | list):
            yield from _unread(one)


WITHOUT_NUMBERS = {
    torch.autograd.grad,
    Tensor.backward,
    Tensor.dim,
    Tensor.element_size,
    Tensor.is_complex,
    Tensor.is_floating_point,
    Tensor.numel,
    Tensor.nelement,
    Tensor.size,
    Tensor.stride,
    Tensor.__len__,
    *(
        getattr(Tensor, name).__get__
        for name in ("shape", "dtype", "device", "layout", "ndim", "requires_grad", "grad", "grad_fn", "is_leaf")
    ),
}
"""What can be said of a parameter, or done with it, without its numbers."""
