"""Two judges never share a processor while another is free."""

import os
import subprocess
import sys

import pytest

from utils.paths import ROOT

CLAIM = """import os
from utils.grading.host import stay_on_one_processor
claim = stay_on_one_processor()
print(*sorted(os.sched_getaffinity(0)), flush=True)
input()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are bound to processors on Linux only")
def test_each_judge_has_a_processor_of_its_own():
    allowed = os.sched_getaffinity(0)
    if len(allowed) == 1:
        pytest.skip("there is one processor only")
    judges = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(len(allowed) + 1)
    ]
    places = [{*map(int, one.stdout.readline().split())} for one in judges]
    for one in judges:
        one.communicate("\n")
    alone = [place for place in places if len(place) == 1]
    assert len({*map(min, alone)}) == len(alone), "no two have the same"
    assert all(place <= allowed for place in places)
    assert len(alone) < len(judges), "one has no claim, and runs anywhere"
