"""How warm processes and the children forked from them treat memory."""

import gc

SELDOM = 100_000, 50, 100
"""Python looks for garbage after some hundreds of new objects; a child that lives for a second need not."""


def settle() -> None:
    """What is loaded by now stays: no search for garbage looks at it again, so that forks go on sharing it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
