"""What the judge has of an answer before all of it has crossed: the rest is asked for when something uses it.

Of a parameter the numbers come late: most checks ask how many there are, of what shapes, and for their gradients, and a base
model of the paper would cross for nothing. Of a result the parameters that it rests on come late: most results are compared
by their values alone, and the way back through a model is long.
"""

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor, nn


class Late:
    """A tensor of which a part is still to come: `come` fetches it and makes the tensor an ordinary one."""

    come: Callable[[], None]

    def may_wait(self, func: Callable) -> bool:
        """Whether a torch function does without that part."""
        raise NotImplementedError

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        for one in _late([*args, *(kwargs or {}).values()]):
            if func == WANTS_GRADIENT and isinstance(one, Unrooted):
                return True
            if not one.may_wait(func):
                one.come()
        with torch._C.DisableTorchFunctionSubclass():
            return func(*args, **(kwargs or {}))


class Unread(Late, nn.Parameter):
    """Of this parameter dtype and shape are known, but not the numbers."""

    told: torch.Size

    @property
    def shape(self) -> torch.Size:
        """Asked for so often that the way through `__torch_function__` is too long."""
        return self.told

    def may_wait(self, func: Callable) -> bool:
        return func in WITHOUT_NUMBERS


class Unrooted(Late, Tensor):
    """Of this result the values are known, but not what its gradient reaches; that it has one is known."""

    def may_wait(self, func: Callable) -> bool:
        return func in WITHOUT_GRAPH


def unread(dtype: torch.dtype, shape: Sequence[int], trained: bool, read: Callable[[], None]) -> Unread:
    """A parameter that `read` fills, by calling `fill`."""
    made = Tensor._make_subclass(Unread, torch.empty(shape, dtype=dtype), trained)
    made.come, made.told = read, torch.Size(shape)
    return made


def unrooted(value: Tensor, root: Callable[[Tensor], None]) -> Unrooted:
    """The value as a result that `root` makes the end of a graph."""
    made = Tensor._make_subclass(Unrooted, value, False)

    def come() -> None:
        del made.come
        made.__class__ = Tensor
        root(made)

    made.come = come
    return made


def rooted(value: Tensor) -> Tensor:
    """The value itself, now the end of a graph if it is to be one."""
    if type(value) is Unrooted:
        value.come()
    return value


def forget(parameter: nn.Parameter, dtype: torch.dtype, shape: Sequence[int], read: Callable[[], None]) -> None:
    """It now has another dtype or shape, and numbers that are not known."""
    with torch._C.DisableTorchFunctionSubclass():
        parameter.data, parameter.grad = torch.empty(shape, dtype=dtype), None
    parameter.__class__, parameter.come, parameter.told = Unread, read, torch.Size(shape)


def fill(parameter: Unread, numbers: Tensor) -> None:
    """Make it an ordinary parameter with these numbers."""
    del parameter.come, parameter.told
    parameter.__class__ = nn.Parameter
    with torch.no_grad():
        parameter.copy_(numbers)


def _late(values: Sequence[object]) -> Iterator[Late]:
    for one in values:
        if isinstance(one, Late):
            yield one
        elif isinstance(one, tuple | list):
            yield from _late(one)


OF_KIND = {
    Tensor.dim,
    Tensor.element_size,
    Tensor.is_contiguous,
    Tensor.is_complex,
    Tensor.is_floating_point,
    Tensor.numel,
    Tensor.nelement,
    Tensor.size,
    Tensor.stride,
    Tensor.__len__,
    *(getattr(Tensor, name).__get__ for name in ("shape", "dtype", "device", "layout", "ndim")),
}
"""What can be said of a tensor without its numbers and without its graph."""
WANTS_GRADIENT = Tensor.requires_grad.__get__
WITHOUT_NUMBERS = {
    *OF_KIND,
    WANTS_GRADIENT,
    torch.autograd.grad,
    Tensor.backward,
    *(getattr(Tensor, name).__get__ for name in ("grad", "grad_fn", "is_leaf")),
}
"""What can be said of a parameter, or done with it, without its numbers."""
WITHOUT_GRAPH = {*OF_KIND, Tensor.detach, Tensor.item, Tensor.tolist, Tensor.is_sparse.__get__}
"""What can be said of a result, or done with it, without what its gradient reaches."""
