"""Try what an answer must not be able to do: what a system gives is found out, not believed."""

import mmap
import os
import socket
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

CONTROLS = {
    "files": "the course, its solutions and your home cannot be read",
    "writing": "no file can be written",
    "network": "no network",
    "processes": "no new processes",
    "signals": "no signals to other processes",
    "memory": "memory is limited, shared memory too",
    "time": "CPU time is limited",
}


def probe(solution: str, gradebook: str, judge: int) -> list[str]:
    """The names of the controls that are missing here."""
    attempts: dict[str, list[Callable[[], object]]] = {
        "files": [
            Path(solution).read_text,
            lambda: os.listdir(os.path.dirname(solution)),
            Path(gradebook).read_bytes,
        ],
        "writing": [
            lambda: os.open(gradebook, os.O_WRONLY),
            lambda: _write(tempfile.gettempdir()),
            lambda: _write("/dev/shm"),
        ],
        "network": [socket.socket, lambda: socket.socket(socket.AF_UNIX)],
        "processes": [os.fork, lambda: subprocess.run(["/bin/true"])],
        "signals": [
            lambda: os.kill(judge, 0),
            lambda: os.kill(os.getppid(), 0),
            lambda: os.kill(-1, 0),
        ],
        "memory": [lambda: mmap.mmap(-1, 2**33), lambda: os.ftruncate(os.memfd_create("x"), 2**33)],
        "time": [_unlimited_time],
    }
    return [name for name, tries in attempts.items() if any(map(_works, tries))]


def _works(attempt: Callable[[], object]) -> bool:
    pid = os.getpid()
    try:
        attempt()
    except (OSError, MemoryError, subprocess.SubprocessError):
        return False
    if os.getpid() != pid:  # the fork worked: only the parent tells
        os._exit(0)
    return True


def _write(folder: str) -> None:
    path = os.path.join(folder, f"probe-{os.getpid()}")
    with open(path, "w") as file:
        file.write("x")
    os.unlink(path)


def _unlimited_time() -> None:
    import resource

    if resource.getrlimit(resource.RLIMIT_CPU)[1] != resource.RLIM_INFINITY:
        raise OSError
