"""Warm judges of grading: one for nbgrader's own commands, several at once for a class."""

import contextlib
import functools
import json
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from utils.checking.client import LIMIT, Worker, lost
from utils.checking.many import processors
from utils.checking.verdict import ERROR, ExerciseResult, exercise_result
from utils.grading.sandbox import environment
from utils.paths import ROOT

HOST = "utils.grading.host"


class GradingJudge(Worker):
    """The judge of grading (`utils.grading.host`); that it is slow or gone is never the submission's fault."""

    module = HOST
    slack = 120.0

    def _environment(self) -> dict[str, str]:
        return environment()

    def _overdue(self, name: str, limit: float) -> ExerciseResult:
        return lost(name, ERROR, "The judge did not answer in time.")

    def judge_all(self, cells: list[str], names: Iterable[str]) -> Iterator[ExerciseResult]:
        """Judge these exercises of one submission, each verdict as soon as it is there."""
        left = [*names]
        try:
            while left:
                request = {"cells": cells, "exercises": [*left], "limit": LIMIT}
                while left and (request or self._process):  # when the judge is lost, another is asked for the rest
                    result = self._hear(left[0], LIMIT, request)
                    request = None
                    del left[0]
                    yield result
        finally:
            if left:  # what is still to come must not be read as the answer to the next request
                self.close()


@functools.cache
def judge() -> GradingJudge:
    """One judge for all that this process asks one after another."""
    return GradingJudge()


def reason(fault: ExerciseResult) -> str:
    """Why there is no verdict, to be said after `Not graded:` or the like."""
    return fault.message.removeprefix("Not judged: ")


def submission_task(cells: list[str], exercises: Sequence[str]) -> bytes:
    """What a judge needs to know to judge these exercises of one submission."""
    return json.dumps({"cells": cells, "exercises": [*exercises]}).encode()


def judge_task(task: bytes, worker: GradingJudge) -> bytes:
    """The ExerciseResults of a task, as JSON."""
    asked = json.loads(task)
    return json.dumps([asdict(one) for one in worker.judge_all(asked["cells"], asked["exercises"])]).encode()


def results_of(answer: bytes) -> list[ExerciseResult]:
    """What `judge_task` found."""
    return [exercise_result(one) for one in json.loads(answer)]


class Stopped(Exception):
    """Nobody waits for this judge any more."""


class LocalJudges:
    """Several judges on this machine, which share one process that has loaded torch; `close` ends them."""

    def __init__(self, count: int):
        self._stop = threading.Event()
        self._host, seats = _start_host(count) if sys.platform == "linux" else (None, [None] * count)
        self._judges = [SeatedJudge(seat, self._stop) for seat in seats]

    def refusal(self) -> str:
        """Why nothing can be graded here, or nothing."""
        try:
            return self._judges[0].greeting()["refusal"]
        except (queue.Empty, BrokenPipeError):
            return "The judge does not start here; `course doctor` tells more."

    def run(self, tasks: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Begin; the place of each task and its answer, in the order in which they are done."""
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for place in range(len(tasks)):
            waiting.put(place)
        done: queue.SimpleQueue[tuple[int, bytes]] = queue.SimpleQueue()
        for worker in self._judges:
            threading.Thread(target=self._work, args=(worker, tasks, waiting, done), daemon=True).start()
        return (_next(done) for _ in tasks)

    def _work(
        self, worker: GradingJudge, tasks: Sequence[bytes], waiting: queue.SimpleQueue, done: queue.SimpleQueue
    ) -> None:
        with contextlib.suppress(queue.Empty, Stopped):
            while not self._stop.is_set():
                place = waiting.get_nowait()
                try:
                    done.put((place, judge_task(tasks[place], worker)))
                except Exception:
                    if not self._stop.is_set():  # else the judge was closed while it was asked
                        raise

    def close(self) -> None:
        self._stop.set()
        for one in self._judges:
            one.close()
        if self._host:
            self._host.kill()
            self._host.wait()


def _next(done: queue.SimpleQueue) -> tuple[int, bytes]:
    """Wait in steps: an endless wait would not hear Ctrl-C on Windows."""
    while True:
        with contextlib.suppress(queue.Empty):
            return done.get(timeout=1)


def _start_host(count: int) -> tuple[subprocess.Popen, list[socket.socket]]:
    pairs = [socket.socketpair() for _ in range(count)]
    numbers = [theirs.fileno() for _, theirs in pairs]
    process = subprocess.Popen(
        [sys.executable, "-m", HOST, *map(str, numbers)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        cwd=ROOT,
        pass_fds=numbers,
        start_new_session=True,  # Ctrl-C in a terminal is for us
    )
    for _, theirs in pairs:
        theirs.close()
    return process, [ours for ours, _ in pairs]


class SeatedJudge(GradingJudge):
    """A judge in a shared process, or after it is lost, or without a seat, in one of its own."""

    def __init__(self, seat: socket.socket | None, stop: threading.Event):
        super().__init__()
        self._seat, self._stop = seat, stop

    def start(self) -> None:
        if self._stop.is_set():
            raise Stopped
        super().start()

    def _open(self) -> "subprocess.Popen | Seat":
        if self._seat is None:
            return super()._open()
        seat, self._seat = self._seat, None
        return Seat(seat)


class Seat:
    """A connection to a judge in a shared process, with the manners of a process."""

    def __init__(self, connection: socket.socket):
        self._connection = connection
        self.stdin, self.stdout = connection.makefile("wb"), connection.makefile("rb")

    def poll(self) -> None:
        """It is not known to have ended."""

    def kill(self) -> None:
        self._connection.shutdown(socket.SHUT_RDWR)

    def wait(self) -> None:
        self._connection.close()


def judges_here(tasks: int, workers: int | None = None) -> LocalJudges:
    """Judges on this machine for so many tasks: one a processor, unless it is said how many."""
    return LocalJudges(min(tasks, workers or processors()))
