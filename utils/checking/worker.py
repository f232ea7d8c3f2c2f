"""The warm process that judges: torch and the course are loaded once, every answer runs in a fork of it.

`python -m utils.checking.worker` reads one request a line and writes one ExerciseResult a line, as JSON. A child that
hangs, crashes, ends itself or takes too much memory is noted, and the exercise's other checks go on in a new one.
Where the system has no safe fork (macOS, Windows) the answer runs in this process and `client` watches over it.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from utils.checking.checks import checks_of, trains
from utils.checking.clock import kept_waiting
from utils.checking.diagnosis import diagnose
from utils.checking.judge import CannotLoad, Run, blank, judge, load, own_helpers, shares
from utils.checking.late import load_compiler, spare_compiler
from utils.checking.memory import settle
from utils.checking.mistakes import read_mistakes
from utils.checking.printed import Printed
from utils.checking.program import COMPANIONS, Program
from utils.checking.reference import imported, reference
from utils.checking.verdict import (
    NOT_RUN,
    NOT_YET,
    PASSED,
    CheckResult,
    ExerciseResult,
    not_run,
    summed,
)
from utils.lesson import exercises, lessons

MEMORY = 4 * 2**30
"""Bytes that an answer may take beyond what the warm process has."""
CAN_FORK = sys.platform == "linux"

Emit = Callable[[dict[str, Any]], None]


def judge_request(request: dict[str, Any], emit: Emit) -> None:
    """Judge one exercise here, and tell `emit` about every check and, last, what explains it all."""
    exercise, seed = request["exercise"], request["seed"]
    skip = set(request.get("skip", ()))
    printed = Printed()
    sys.path[:0] = request.get("path", [])
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        program, known, own = Program(request["cells"], request.get("as_run", False)), None, []
        try:
            namespace = load(program, exercise)
        except CannotLoad as reason:
            emit({"cannot": reason.message, "advice": reason.advice, "status": reason.status})
            return
        runs = []
        for run in judge(namespace, exercise, seed, lambda name: emit({"start": name}), skip):
            runs.append(run)
            emit({"check": asdict(run.result)})
        if not skip and not all_pass(runs):
            known = diagnose(exercise, runs, seed, lambda other: [*judge(load(program, exercise), exercise, other)])
            own = own_helpers(program, exercise)
            with_own = with_own_helpers(program, exercise, seed, own)
            if serves_better(exercise, with_own, runs):
                known = None
                for run in with_own:
                    emit({"check": asdict(run.result)})
            else:
                own = []
    emit({"known": known, "printed": printed.kept, "own": own})


def with_own_helpers(program: Program, exercise: str, seed: int, own: list[str]) -> list[Run]:
    """The runs when the submission's own versions of other exercises are used."""
    with contextlib.suppress(CannotLoad):
        return list(judge(load(program, exercise, own), exercise, seed)) if own else []
    return []


def serves_better(exercise: str, with_own: list[Run], runs: list[Run]) -> bool:
    """Whether the verdict is that with the submission's own versions of other exercises.

    A helper may share its name with another exercise and do something else: the answer as a whole is right all the same. And an
    answer that is about another exercise's names is judged by those of the submission, where more holds with them.
    """
    points, own_points = (sum(run.result.points for run in some) for some in (runs, with_own))
    return all_pass(with_own) if exercise not in COMPANIONS else own_points > points


def all_pass(runs: list[Run]) -> bool:
    return bool(runs) and all(run.result.status == PASSED for run in runs)


class Gathered:
    """What has been heard about one exercise so far."""

    def __init__(self, exercise: str):
        self.exercise = exercise
        self.checks: dict[str, CheckResult] = {}
        self.running: str | None = None
        self.known: tuple[str, str] | None = None
        self.printed = ""
        self.own: list[str] = []
        self.cannot: dict[str, str] | None = None
        self.complete = False

    def hear(self, event: dict[str, Any]) -> None:
        if "start" in event:
            self.running = event["start"]
        elif "check" in event:
            check = CheckResult(**event["check"])
            self.checks[check.name] = check
            self.running = None
        elif "cannot" in event:
            self.cannot, self.complete = event, True
        else:
            self.known, self.printed, self.own, self.complete = event["known"], event["printed"], event["own"], True

    def broke_off(self, message: str, advice: str) -> None:
        """The child is gone: the check that was running is to blame, or the definition itself."""
        for check, points in shares(self.exercise):
            if check.name == self.running:
                self.checks[check.name] = blank(check, points, NOT_YET, message=message, advice=advice)
                self.running = None
                return
        if len(self.checks) == len(shares(self.exercise)):  # only the search for the mistake's name was cut short
            self.complete = True
            return
        self.cannot = {"cannot": message, "advice": advice, "status": NOT_YET}

    def result(self, why_not: str = "") -> ExerciseResult:
        results = [
            self.checks.get(check.name) or blank(check, points, NOT_RUN, message="" if self.cannot else why_not)
            for check, points in shares(self.exercise)
        ]
        if self.cannot:
            message = f"{self.cannot['cannot']} {self.cannot['advice']}"
            return not_run(summed(self.exercise, results), message, self.cannot["status"])
        name, message = self.known or (None, "")
        return summed(self.exercise, results, message, misconception=name, printed=self.printed, with_own=self.own)


def judge_in_child(request: dict[str, Any]) -> ExerciseResult:
    """Judge one exercise in forks of this process, within `limit` seconds of theirs; one check may take half of it."""
    gathered = Gathered(request["exercise"])
    left = request["limit"]
    while not gathered.complete and not gathered.cannot and left > 0:
        request["skip"] = list(gathered.checks)
        used, *how = _one_child(request, gathered, min(request["limit"] / 2, left))
        left -= used
        if not gathered.complete:
            gathered.broke_off(*how)
    return gathered.result("the time limit was used up")


def _one_child(request: dict[str, Any], gathered: Gathered, patience: float) -> tuple[float, str, str]:
    """Fork, listen until the child is done, gone or silent for `patience` seconds; its seconds, why it broke off, and advice."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(request, writing)
    os.close(writing)
    waits = kept_waiting(child)
    start = time.monotonic()
    hung = _listen(reading, gathered, patience, waits)
    os.close(reading)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    used = time.monotonic() - start - waits()
    _, status = os.waitpid(child, 0)
    return used, *why(hung, status, patience)


def why(hung: bool, status: int, patience: float) -> tuple[str, str]:
    """What to say of a child that broke off: a message and advice. `status` is waitpid's."""
    if hung or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU):
        return (
            f"Your code did not finish in {patience:.2g} seconds.",
            "Look for a loop that never ends (does its condition change?) or that walks over far too much.",
        )
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
        name = signal.Signals(os.WTERMSIG(status)).name
        return f"Your code crashed Python ({name}).", "Look for endless recursion or a memory error in what it calls."
    return "Your code ended the Python process.", "Take out what ends it: exit(), os._exit(), or a kill."


def _be_child(request: dict[str, Any], writing: int) -> None:
    status = 1
    try:
        os.setsid()
        _limit_resources()
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)

        def emit(event: dict[str, Any]) -> None:
            data = (json.dumps(event) + "\n").encode()
            while data:
                data = data[os.write(writing, data) :]

        judge_request(request, emit)
        status = 0
    finally:
        os._exit(status)


def _limit_resources() -> None:
    import resource  # not on Windows

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _listen(reading: int, gathered: Gathered, patience: float, waits: Callable[[], float]) -> bool:
    """Hear the child out; True when it went silent for so long, but for what `waits` tells."""
    import select

    def clock() -> float:
        return time.monotonic() - waits()

    waiting, heard = b"", clock()
    while not gathered.complete:
        left = heard + patience - clock()
        if left <= 0:
            return True
        if not select.select([reading], [], [], left)[0]:
            continue
        heard = clock()
        part = os.read(reading, 1 << 16)
        if not part:
            return False
        *lines, waiting = (waiting + part).split(b"\n")
        for line in lines:
            gathered.hear(json.loads(line))
    return False


def judge_here(request: dict[str, Any]) -> ExerciseResult:
    """Judge in this very process; a hang is the client's to end."""
    gathered = Gathered(request["exercise"])
    judge_request(request, gathered.hear)
    return gathered.result()


def warm_up() -> None:
    """Load all that a child needs before it is forked, on one thread: a forked child of a threaded torch may hang."""
    torch.set_num_threads(1)
    reference()
    for lesson in lessons():
        imported(lesson.name)
        for exercise in lesson.exercises:
            checks_of(exercise.name)
    for name in list(exercises())[:2]:  # torch loads something when modes and autograd are first used: here, once
        list(judge(reference(), name, seed=0))
    spare_compiler()
    settle()


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warm_up()
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        request.setdefault("seed", random.SystemRandom().randrange(2**31))
        read_mistakes(request["exercise"])
        if trains(request["exercise"]):
            load_compiler()
        result = (judge_in_child if CAN_FORK else judge_here)(request)
        print(json.dumps(asdict(result)), file=answers, flush=True)


if __name__ == "__main__":
    main()
