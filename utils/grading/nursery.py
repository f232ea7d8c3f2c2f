"""The judge's side of the warm process: start it, have children forked, end them."""

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from utils.checking.checks import refused, trains
from utils.checking.clock import kept_waiting
from utils.grading.faults import GraderFault, Lost
from utils.grading.probe import CONTROLS
from utils.grading.remote import Answer
from utils.grading.sandbox import BUBBLEWRAP, NONE, SANDLOCK, command, environment
from utils.grading.wire import Channel
from utils.paths import SOLUTIONS

CAN_FORK = sys.platform == "linux"
START = 120.0
"""Seconds that loading torch may take on a slow disk."""


@dataclass(frozen=True)
class Hatched:
    """A warm process that was forked, not started; it ends when `control` is closed."""

    control: socket.socket
    backend: str

    def another(self) -> "Hatched":
        """One more like it, forked from it."""
        return Hatched(_another(self.control), self.backend)


def _another(control: socket.socket, refused: Iterable[str] = ()) -> socket.socket:
    """Have a warm process fork one more like it, without the operators of these names; how to speak to that one."""
    ours, theirs = socket.socketpair()
    with theirs:
        socket.send_fds(control, [json.dumps({"op": "another", "refused": [*refused]}).encode()], [theirs.fileno()])
        _line(control)
    ours.settimeout(control.gettimeout())
    return ours


def hatch(backend: str = SANDLOCK) -> Hatched | None:
    """Load torch and fork the warm process, before this one has read a check or a solution.

    None when the sandbox's tools are not installed.
    """
    from utils.grading.child import keep_only, nurse, warm_up

    try:
        warm_up(backend)
    except ImportError:
        return None
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        os.setsid()
        keep_only(theirs.fileno())
        nurse(socket.socket(fileno=3), backend)
        os._exit(0)
    theirs.close()
    return Hatched(ours, backend)


class Nursery:
    """A warm process, others forked from it that lack torch's own version of some exercise, and children forked from these.

    A child lives until `end`.
    """

    def __init__(self, backend: str, hatched: Hatched | None = None):
        self.backend = backend
        self._nurses: dict[tuple[str, ...], socket.socket] = {}
        self._nurse_of: dict[int, socket.socket] = {}
        if hatched:
            self._control, self._process = hatched.control, None
        else:
            self._start()
        self._control.settimeout(START)
        if self._process:
            with self._told_of_faults():
                _line(self._control)  # it is ready

    def _start(self) -> None:
        self._control, other = socket.socketpair()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - what the process says when it fails, until `close`
        self._process = subprocess.Popen(
            command(self.backend),
            stdin=other,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env=environment(),
            cwd="/",
            start_new_session=True,
        )
        other.close()

    @property
    def pid(self) -> int:
        """Of the warm process, or of bubblewrap around it."""
        return self._process.pid

    def child(self, exercise: str, seconds: float) -> tuple[Answer, int]:
        """A fresh child that may use so many seconds of CPU; the answer in it and its number."""
        ours, theirs = socket.socketpair()
        request = {"op": "fork", "seconds": int(seconds) + 2, "trains": bool(exercise) and trains(exercise)}
        request["processors"] = sorted(os.sched_getaffinity(0))  # those of the judge
        with theirs, self._told_of_faults():
            nurse = self._nurse_without(refused(exercise) if exercise else ())
            socket.send_fds(nurse, [json.dumps(request).encode()], [theirs.fileno()])
            child = _line(nurse)["child"]
        self._nurse_of[child] = nurse
        if self.backend == BUBBLEWRAP:  # there it has another number for us
            return Answer(Channel(ours), exercise), child
        return Answer(Channel(ours, kept_waiting(child)), exercise), child

    def _nurse_without(self, operators: tuple[str, ...]) -> socket.socket:
        """How to speak to the warm process whose children lack these operators of torch."""
        if operators not in self._nurses:
            self._nurses[operators] = _another(self._control, operators) if operators else self._control
        return self._nurses[operators]

    def end(self, answer: Answer, child: int) -> int:
        """Hang up, see to it that the child is dead, and tell how it ended, as waitpid does."""
        answer.close()
        nurse = self._nurse_of.pop(child)
        with self._told_of_faults():
            nurse.sendall(json.dumps({"op": "end", "child": child}).encode())
            return _line(nurse)["status"]

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
        for one in {self._control, *self._nurses.values()}:
            one.close()
        if self._process:
            self._process.kill()
            self._process.wait()
            self._errors.close()

    @contextlib.contextmanager
    def _told_of_faults(self) -> Iterator[None]:
        """That a warm process is gone is the grader's fault."""
        try:
            yield
        except EOFError:
            raise GraderFault(f"the warm process is gone: {self._last_words()}") from None
        except OSError as error:
            raise GraderFault(f"the warm process is gone: {error}") from None

    def _last_words(self) -> str:
        if self._process is None:
            return "it ended"
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it ended"


def _line(control: socket.socket) -> dict:
    """The next line of JSON that the warm process sends."""
    line = b""
    while not line.endswith(b"\n"):
        part = control.recv(4096)
        if not part:
            raise EOFError
        line += part
    return json.loads(line)


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
                env=environment(),
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


def best_nursery(hatched: Hatched | None = None) -> tuple[Nursery | Spawner, list[str]]:
    """The warm process in the first sandbox that gives every control, else in the best there is; what is missing.

    Where the one that is `hatched` gives them all, it is taken.
    """
    if not CAN_FORK:
        return Spawner(), sorted(CONTROLS)
    found: dict[str, list[str]] = {}
    for backend in (SANDLOCK, BUBBLEWRAP):
        with contextlib.suppress(GraderFault, Lost, OSError):
            nursery = Nursery(backend, hatched if hatched and hatched.backend == backend else None)
            with contextlib.ExitStack() as undo:
                undo.callback(nursery.close)
                found[backend] = nursery.missing()
                if not found[backend]:
                    undo.pop_all()
                    return nursery, []
    best = min(found, key=lambda backend: len(found[backend]), default=NONE)
    return Nursery(best), found.get(best, sorted(CONTROLS))
