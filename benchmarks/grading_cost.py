"""What the judge of grading costs for one answer: CPU of the judge, of the warm process and of all its children.

    python benchmarks/grading_cost.py [EXERCISE ...]

Each exercise is judged 20 times on a right answer of the bank. For comparison the same answer, judged as in a learner's own
notebook (`utils.checking.worker`, one process, no sandbox).
"""

import os
import sys
import time
from pathlib import Path

from utils.checking.submission import read_cells
from utils.checking.worker import judge_in_child, warm_up
from utils.grading.judge import grade
from utils.grading.nursery import best_nursery
from utils.paths import BANK

TIMES = 20


def cpu(pid: int) -> float:
    """Seconds of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    warm_up()
    nursery, missing = best_nursery()
    print(f"sandbox {nursery.backend}, missing: {missing or 'nothing'}; seconds for one answer, mean of {TIMES}")
    print(f"{'exercise':28}{'CPU two processes':>20}{'CPU one process':>18}{'wall':>8}")
    for exercise in sys.argv[1:] or ["softmax", "attention_weights", "MultiHeadAttention", "EncoderLayer"]:
        cells = read_cells(min((BANK / "right" / exercise).glob("*.py")))
        request = {"exercise": exercise, "cells": cells, "limit": 30.0, "seed": 1}
        grade(request, nursery)
        pids = (os.getpid(), nursery.pid)
        before, start = sum(map(cpu, pids)), time.monotonic()
        for _ in range(TIMES):
            assert grade(request, nursery).status == "passed"
        two, wall = sum(map(cpu, pids)) - before, time.monotonic() - start
        before = cpu(os.getpid())
        for _ in range(TIMES):
            judge_in_child(dict(request))
        one = cpu(os.getpid()) - before
        print(f"{exercise:28}{two / TIMES:20.3f}{one / TIMES:18.3f}{wall / TIMES:8.3f}")
    nursery.close()


if __name__ == "__main__":
    main()
