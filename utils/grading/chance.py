"""Random numbers of the judge and of an answer, kept apart.

An answer in another process draws from generators of its own. They are seeded before every call with a number that
follows from the judge's, so that the same check on the same inputs gives the same draws, and that says nothing about
what the judge draws next. `ApartStudent` does the same for a known answer that runs in the judge.
"""

import contextlib
import hashlib
import random
from collections.abc import Iterator

import torch

from utils.checking.student import Student


def next_seed() -> int:
    """The seed of the answer's next call; moves the judge's own generators on."""
    state = hashlib.sha256(torch.get_rng_state().numpy().tobytes())
    state.update(repr(random.getstate()).encode())
    torch.rand(())
    random.random()
    return int.from_bytes(state.digest()[:6])


def seed_all(seed: int) -> None:
    import numpy

    torch.manual_seed(seed)
    random.seed(seed)
    numpy.random.seed(seed % 2**32)


@contextlib.contextmanager
def apart() -> Iterator[None]:
    """Inside, generators as an answer in another process would have them."""
    seed = next_seed()
    state, plain = torch.get_rng_state(), random.getstate()
    seed_all(seed)
    try:
        yield
    finally:
        torch.set_rng_state(state)
        random.setstate(plain)


class ApartStudent(Student):
    """A known answer in this process, which draws as one in another process would."""

    def _call(self, function: object, args: tuple, kwargs: dict) -> object:
        with apart():
            return super()._call(function, args, kwargs)
