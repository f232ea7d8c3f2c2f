"""How long `check` takes when warm: every bank entry, right and wrong, one after another; diagnosis included.

    python benchmarks/check_speed.py [LESSON]

Prints the median and the worst in seconds, and the ratio to one warm forward and backward pass of torch on this machine.
"""

import statistics
import sys
import time

import torch

from utils.checking.client import Worker
from utils.checking.submission import read_cells
from utils.lesson import find_lesson, lessons
from utils.paths import BANK


def yardstick() -> float:
    """Seconds of a fixed piece of torch work, to compare machines by."""
    torch.set_num_threads(1)
    x = torch.randn(64, 256, 256)
    start = time.perf_counter()
    for _ in range(10):
        (x @ x).sum()
    return time.perf_counter() - start


def main() -> None:
    chosen = [find_lesson(name) for name in sys.argv[1:]] or lessons()
    names = {one.name for lesson in chosen for one in lesson.exercises}
    worker = Worker()
    worker.judge(["def softmax(x): pass"], "softmax")
    times = {}
    for path in sorted(BANK.glob("*/*/*.py")):
        if path.parent.name in names:
            cells = read_cells(path)
            start = time.perf_counter()
            worker.judge(cells, path.parent.name)
            times[path] = time.perf_counter() - start
    worker.close()
    median, unit = statistics.median(times.values()), yardstick()
    print(f"{len(times)} answers: median {median:.3f} s ({median / unit:.2f} yardsticks of {unit:.3f} s)")
    for path in sorted(times, key=times.get, reverse=True)[:5]:
        print(f"{times[path]:.3f} s  {path.relative_to(BANK)}")


if __name__ == "__main__":
    main()
