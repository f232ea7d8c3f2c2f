"""The process in which the judges of grading live: torch is loaded once for them and for the answers.

`python -m utils.grading.host` judges what comes on standard input; with the numbers of open sockets as arguments it forks a
judge for each. First of all it forks the warm process of `utils.grading.child`, from which answers are forked: that one
has never read a check, an expected value or a solution.

A judge reads one request a line and writes one ExerciseResult a line, as JSON, as `utils.checking.worker` does; a request for
several exercises of a submission gets as many lines.
"""

import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict
from typing import BinaryIO

from utils.grading.nursery import CAN_FORK, Hatched, hatch


def main() -> None:
    seats = [socket.socket(fileno=int(number)) for number in sys.argv[1:]]
    hatched = hatch() if CAN_FORK else None
    warm_up()
    if not seats:
        _serve_standard_streams(hatched)
    for seat in seats:
        given = hatched and hatched.another()
        if os.fork() == 0:
            for other in seats:
                if other is not seat:
                    other.close()
            with stay_on_one_processor(), seat, seat.makefile("rb") as requests, seat.makefile("wb") as answers:
                serve(requests, answers, given)
            os._exit(0)
        seat.close()
        if given:
            given.control.close()
    if hatched:
        hatched.control.close()
    for _ in seats:
        os.wait()


def warm_up() -> None:
    """Load the checks and the solutions."""
    import torch

    from utils.checking.checks import checks_of
    from utils.checking.memory import settle
    from utils.checking.reference import reference
    from utils.lesson import exercises

    torch.set_num_threads(1)
    reference()
    for name in exercises():
        checks_of(name)
    settle()


def stay_on_one_processor() -> socket.socket:
    """Claim a processor for this judge, if any is left, until it ends or closes what is returned.

    A judge and the answer that it asks take turns: on one processor, which the answer gets too, neither waits to be woken. The
    claim is a name that one socket of the machine can have at a time; without one the judge runs anywhere.
    """
    claim = socket.socket(socket.AF_UNIX if hasattr(socket, "AF_UNIX") else socket.AF_INET)
    for processor in sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_setaffinity") else ():
        with contextlib.suppress(OSError):
            claim.bind(f"\0write-the-transformer judge on processor {processor}")
            os.sched_setaffinity(0, {processor})
            break
    return claim


def serve(requests: BinaryIO, answers: BinaryIO, hatched: Hatched | None) -> None:
    """Judge until no more requests come."""
    from utils.grading.judge import Grader

    grader = Grader(hatched)
    grader.start()
    _say(answers, {"ready": True, "refusal": grader.refusal})
    for line in requests:
        request = json.loads(line)
        for result in grader.grade_all(request, request.get("exercises") or [request["exercise"]]):
            _say(answers, asdict(result))
    grader.close()


def _say(answers: BinaryIO, what: dict) -> None:
    answers.write(json.dumps(what).encode() + b"\n")
    answers.flush()


def _serve_standard_streams(hatched: Hatched | None) -> None:
    """What a check prints must not mix with the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    with stay_on_one_processor():
        serve(sys.stdin.buffer, answers, hatched)


if __name__ == "__main__":
    main()
