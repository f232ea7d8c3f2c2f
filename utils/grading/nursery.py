"""The judge's side of the warm process: start it, have children forked, end them."""

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile

from utils.grading.probe import CONTROLS
from utils.grading.remote import Answer, GraderFault, Lost
from utils.grading.sandbox import BUBBLEWRAP, NONE, SANDLOCK, command
from utils.grading.wire import Channel
from utils.paths import ROOT, SOLUTIONS

CAN_FORK = sys.platform == "linux"
START = 120.0
"""Seconds that loading torch may take on a slow disk."""
KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""What of the environment the warm process gets: nothing that a submission should not see."""


class Nursery:
    """One warm process and the children forked from it; a child lives until `end`."""

    def __init__(self, backend: str):
        self.backend = backend
        self._control, other = socket.socketpair()
        self._control.settimeout(START)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - what the process says when it fails, until `close`
        self._process = subprocess.Popen(
            command(backend),
            stdin=other,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=_environment(),
            cwd="/",
            start_new_session=True,
        )
        other.close()
        self._hear()

    @property
    def pid(self) -> int:
        """Of the warm process, or of bubblewrap around it."""
        return self._process.pid

    def child(self, exercise: str, seconds: float) -> tuple[Answer, int]:
        """A fresh child that may use so many seconds of CPU; the answer in it and its number."""
        ours, theirs = socket.socketpair()
        request = {"op": "fork", "seconds": int(seconds) + 2}
        try:
            socket.send_fds(self._control, [json.dumps(request).encode()], [theirs.fileno()])
        except OSError as error:
            raise GraderFault(f"the warm process is gone: {error}") from None
        finally:
            theirs.close()
        return Answer(Channel(ours), exercise), self._hear()["child"]

    def end(self, answer: Answer, child: int) -> int:
        """Hang up, see to it that the child is dead, and tell how it ended, as waitpid does."""
        answer.close()
        try:
            self._control.sendall(json.dumps({"op": "end", "child": child}).encode())
        except OSError as error:
            raise GraderFault(f"the warm process is gone: {error}") from None
        return self._hear()["status"]

    def missing(self) -> list[str]:
        """The controls that this system does not give, found out by trying them in a child."""
        answer, child = self.child("", 5)
        answer.allow(20)
        with tempfile.NamedTemporaryFile() as gradebook:
            solution = min(SOLUTIONS.glob("*.py"))
            arguments = {"solution": str(solution), "gradebook": gradebook.name, "judge": os.getpid()}
            found = answer.probe(arguments)
        self.end(answer, child)
        return found

    def close(self) -> None:
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def _hear(self) -> dict:
        line = b""
        try:
            while not line.endswith(b"\n"):
                part = self._control.recv(4096)
                if not part:
                    raise OSError(self._last_words())
                line += part
        except OSError as error:
            raise GraderFault(f"the warm process is gone: {error}") from None
        return json.loads(line)

    def _last_words(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it ended"


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    paths = os.pathsep.join([str(ROOT), *(one for one in sys.path if one)])
    return {**kept, **threads, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}


class Spawner:
    """Where a process cannot be forked safely (macOS, Windows): a new one for every child, and no isolation at all."""

    backend = NONE

    def __init__(self):
        self._children: dict[int, subprocess.Popen] = {}

    def child(self, exercise: str, seconds: float) -> tuple[Answer, int]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(START)
            port, secret = server.getsockname()[1], secrets.token_hex(16)
            process = subprocess.Popen(
                [sys.executable, "-m", "utils.grading.child", NONE, str(port)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            self._children[process.pid] = process
            process.stdin.write(secret.encode())
            process.stdin.close()
            return Answer(Channel(_accepted(server, secret)), exercise), process.pid

    def end(self, answer: Answer, child: int) -> int:
        answer.close()
        process = self._children.pop(child)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
        process.kill()
        code = process.wait()
        return -code if code < 0 else code << 8

    def close(self) -> None:
        for process in self._children.values():
            process.kill()
            process.wait()


def _accepted(server: socket.socket, secret: str) -> socket.socket:
    """The connection that knows the secret; others are hung up on."""
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            raise GraderFault("the answer's process did not start") from None
        connection.settimeout(10)
        with contextlib.suppress(OSError):
            if connection.recv(len(secret), socket.MSG_WAITALL) == secret.encode():
                return connection
        connection.close()


def best_nursery() -> tuple[Nursery | Spawner, list[str]]:
    """The warm process in the first sandbox that gives every control, else in the best there is; what is missing."""
    if not CAN_FORK:
        return Spawner(), sorted(CONTROLS)
    found: dict[str, list[str]] = {}
    for backend in (SANDLOCK, BUBBLEWRAP):
        with contextlib.suppress(GraderFault, Lost, OSError):
            nursery = Nursery(backend)
            with contextlib.ExitStack() as undo:
                undo.callback(nursery.close)
                found[backend] = nursery.missing()
                if not found[backend]:
                    undo.pop_all()
                    return nursery, []
    best = min(found, key=lambda backend: len(found[backend]), default=NONE)
    return Nursery(best), found.get(best, sorted(CONTROLS))
