"""A busy machine takes no right answer for an endless loop."""

import os
import signal
import sys
import time

import pytest

from utils.checking.clock import kept_waiting


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_what_others_take_is_left_out():
    """Two processes that want one processor: each is kept waiting for about half of the time."""
    children = []
    for _ in range(2):
        if (child := os.fork()) == 0:
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
            signal.alarm(20)
            while True:
                pass
        children.append(child)
    told = kept_waiting(children[0])
    end = time.monotonic() + 10
    while told() < 0.2 and time.monotonic() < end:
        time.sleep(0.02)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert told() >= 0.2, "also after its end"


def test_of_a_process_that_is_not_there_nothing_is_told():
    assert kept_waiting(2**22 + 1)() == 0.0
