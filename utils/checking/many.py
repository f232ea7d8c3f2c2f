"""Judge many files in several warm processes, one for every few files and at most one for each processor."""

import os
import queue
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from utils.checking.client import Worker
from utils.checking.submission import FileResult, judge_file

FEW = 10
"""Files for which it does not pay to load another process."""


def judge_files(paths: Sequence[Path], names: list[str], limit: float) -> Iterator[FileResult]:
    """The result of each file in the order given, each as soon as it and those before it are there."""
    workers = [Worker() for _ in range(min(processors(), 1 + len(paths) // FEW))]
    free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    for worker in workers:
        free.put(worker)

    def judge(path: Path) -> FileResult:
        worker = free.get()
        try:
            return judge_file(path, worker, names, limit=limit)
        finally:
            free.put(worker)

    with ThreadPoolExecutor(len(workers)) as pool:
        try:
            yield from pool.map(judge, paths)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.close()


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
