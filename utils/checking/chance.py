"""Random numbers of the judge and of an answer, kept apart.

An answer draws from generators of its own, in this process or in another. They are seeded before every call with a
number that follows from the judge's, so that the same check on the same inputs gives the same draws, however many
numbers an answer draws when it is made, and that says nothing about what the judge draws next.
"""

import contextlib
import hashlib
import random
from collections.abc import Iterator

import torch


def next_seed() -> int:
    """The seed of the answer's next call; moves the judge's own generators on."""
    drawn = torch.randint(2**62, (4,)).numpy().tobytes() + random.randbytes(16)
    return int.from_bytes(hashlib.sha256(drawn).digest()[:6])


def seed_all(seed: int) -> None:
    import numpy

    torch.default_generator.manual_seed(seed)  # torch.manual_seed keeps a traceback for each kind of accelerator
    random.seed(seed)
    numpy.random.seed(seed % 2**32)


@contextlib.contextmanager
def apart() -> Iterator[None]:
    """Inside, generators of the answer's own."""
    seed = next_seed()
    state, plain = torch.get_rng_state(), random.getstate()
    seed_all(seed)
    try:
        yield
    finally:
        torch.set_rng_state(state)
        random.setstate(plain)
