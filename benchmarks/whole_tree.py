"""What a command costs together with every process that it starts, and that those start (Linux)."""

import ctypes
import json
import os
import resource
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

PR_SET_CHILD_SUBREAPER = 36
EVERY = 0.5
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    """CPU and wall time in seconds; the most memory seen, in MB, pages shared among processes counted once."""

    cpu: float
    wall: float
    memory: float


def measure(command: list[str], cwd: Path, environment: dict[str, str]) -> Cost:
    """Run a command to its end; raises RuntimeError with what it said when it fails."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            told = _measured(command, cwd, environment)
        except Exception as error:
            told = {"failed": repr(error)}
        os.write(write, json.dumps(told).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        told = json.loads(pipe.read())
    os.waitpid(child, 0)
    if "failed" in told:
        raise RuntimeError(told["failed"])
    return Cost(**told)


def _measured(command: list[str], cwd: Path, environment: dict[str, str]) -> dict:
    """In a process of its own, to which orphans fall, so that no child's time is lost."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start, most = time.monotonic(), 0.0
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    os.set_blocking(process.stderr.fileno(), False)
    said = b""
    while process.poll() is None:
        said = (said + (process.stderr.read() or b""))[-2000:]
        most = max(most, _memory())
        time.sleep(EVERY)
    wall = time.monotonic() - start
    with suppress(ChildProcessError):
        while True:
            os.wait()
    if process.returncode not in (0, 2):
        return {"failed": (said + (process.stderr.read() or b"")).decode(errors="replace")[-2000:]}
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "memory": most}


def _memory() -> float:
    total = 0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error, OSError):
            lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
