"""Speak to the warm process: start it, ask it, and start it anew when it hangs."""

import atexit
import contextlib
import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from typing import Any

from utils.checking.verdict import ERROR, NOT_YET, ExerciseResult, exercise_result
from utils.lesson import exercise
from utils.paths import ROOT

LIMIT = 10.0
"""Seconds that one exercise may take."""
START = 120.0
"""Seconds that loading torch may take on a slow disk."""


class Worker:
    """One warm judging process. Use one from one thread; `close` ends it, and so does the end of this program."""

    module = "utils.checking.worker"
    slack = 60.0 if sys.platform == "linux" else 5.0
    """Seconds that the process may take beyond an exercise's limit: where it forks, it keeps the limit itself."""

    def __init__(self):
        self._process: subprocess.Popen | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        atexit.register(self.close)

    def start(self) -> None:
        """Begin to load, without waiting; `judge` does it when needed."""
        if self._process and self._process.poll() is None:
            return
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - what the process says when it fails, until `close`
        self._process = self._open()
        self._lines = queue.Queue()
        threading.Thread(target=_pump, args=(self._process.stdout, self._lines), daemon=True).start()
        self._ready: dict[str, Any] = {}

    def _open(self) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", self.module],
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=ROOT,
            start_new_session=True,  # Ctrl-C in a terminal is for us
        )

    def _environment(self) -> dict[str, str] | None:
        """The process's environment; None for this one's."""

    def greeting(self) -> dict[str, Any]:
        """Wait until the process is ready; what it said then. Raises queue.Empty, or BrokenPipeError when it ended."""
        self.start()
        if not self._ready:
            line = self._lines.get(timeout=START)
            if not line:
                raise BrokenPipeError
            self._ready = json.loads(line)
        return self._ready

    def judge(
        self,
        cells: list[str],
        name: str,
        *,
        seed: int | None = None,
        limit: float = LIMIT,
        path: Iterable[str] = (),
        as_run: bool = False,
    ) -> ExerciseResult:
        """Judge exercise `name` of a submission's code cells, a document's or `as_run`; inputs are drawn anew without `seed`."""
        request: dict[str, Any] = {"cells": cells, "as_run": as_run, "limit": limit, "path": [*path]}
        request["exercise"] = exercise(name).name
        if seed is not None:
            request["seed"] = seed
        return self._hear(name, limit, request)

    def _hear(self, name: str, limit: float, request: dict[str, Any] | None) -> ExerciseResult:
        """Send a request, if there is one, and wait for the verdict on `name`; after a loss the process is gone."""
        self.start()
        try:
            self.greeting()
            if request:
                self._process.stdin.write(json.dumps(request).encode() + b"\n")
                self._process.stdin.flush()
            line = self._lines.get(timeout=limit + self.slack)
        except queue.Empty:
            ready = bool(self._ready)
            self.close()
            slow = f"Not judged: the judging process did not start in {START:.0f} seconds. Run this again."
            return self._overdue(name, limit) if ready else lost(name, ERROR, slow)
        except BrokenPipeError:
            line = b""
        except BaseException:  # Ctrl-C: the answer to this request must not be read as the next one's
            self.close()
            raise
        if not line:
            why = self._last_words()
            self.close()
            return lost(name, ERROR, f"Not judged: the judging process ended{why}. Run this again.")
        return exercise_result(json.loads(line))

    def _overdue(self, name: str, limit: float) -> ExerciseResult:
        return lost(name, NOT_YET, f"Your code did not finish in {limit:.0f} seconds: look for an endless loop.")

    def _last_words(self) -> str:
        self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return f" ({lines[-1]})" if lines else ""

    def close(self) -> None:
        """End the process; the next `judge` starts a new one."""
        process, self._process = self._process, None  # another thread may do the same
        if process:
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()
            process.stdin.close()
            self._errors.close()


def _pump(stream, lines: queue.Queue) -> None:
    """A thread of its own reads, because a pipe cannot be read with a time limit on every system."""
    for line in stream:
        lines.put(line)
    lines.put(b"")
    stream.close()


def lost(name: str, status: str, message: str) -> ExerciseResult:
    return ExerciseResult(name, status, 0.0, exercise(name).points, message=message)
