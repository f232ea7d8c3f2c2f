"""A busy machine takes no right answer for an endless loop."""

import subprocess
import sys
import time

import pytest

from utils.checking.clock import kept_waiting


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_what_others_take_is_left_out():
    """Two processes that want one processor: each is kept waiting for about half of the time."""
    busy = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\nwhile True: pass"
    children = [subprocess.Popen([sys.executable, "-c", busy]) for _ in range(2)]
    told = kept_waiting(children[0].pid)
    end = time.monotonic() + 10
    while told() < 0.2 and time.monotonic() < end:
        time.sleep(0.02)
    for child in children:
        child.kill()
        child.wait()
    assert told() >= 0.2, "also after its end"


def test_of_a_process_that_is_not_there_nothing_is_told():
    assert kept_waiting(2**22 + 1)() == 0.0
