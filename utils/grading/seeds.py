"""The seeds from which a judge draws the inputs of the submissions that it judges."""

import random
import time

LIFE = 600.0
"""Seconds in which submissions are judged on the same inputs: a class, but never a second try with what the first one saw."""


class Seeds:
    """A secret seed for each exercise, drawn anew from time to time.

    Submissions that are judged one soon after the other get the same inputs, so that what the known mistakes give on them is
    found out once. No submission can learn them from another: each has processes of its own that leave nothing behind.
    """

    def __init__(self):
        self._drawn: dict[str, tuple[int, float]] = {}

    def of(self, exercise: str) -> int:
        seed, until = self._drawn.get(exercise, (0, 0.0))
        if time.monotonic() >= until:
            seed = random.SystemRandom().randrange(2**31)
            self._drawn[exercise] = seed, time.monotonic() + LIFE
        return seed
