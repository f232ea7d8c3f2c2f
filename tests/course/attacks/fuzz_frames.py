"""Search, guided by coverage, for a reply that the judge neither reads nor refuses; run by hand:

    pip install --editable ".[fuzz]"
    python tests/course/attacks/fuzz_frames.py -max_total_time=300

Anything else than an error of EXPECTED ends the search and leaves what made the reply in a file `crash-…`.
"""

import json
import sys

import atheris

with atheris.instrument_imports(include=["utils.grading"]):
    from utils.grading import remote, values, wire  # noqa: F401

from utils.checking.student import AnswerRaised
from utils.grading.faults import Lost
from utils.grading.remote import Answer
from utils.grading.remote_student import RemoteStudent
from utils.grading.wire import DTYPES, WireError

FAULTS = (LookupError, ValueError, TypeError, RuntimeError)
"""What an answer's process may say that the judge's request raised there."""
EXPECTED = (WireError, Lost, AnswerRaised, SystemExit, KeyboardInterrupt)
PARTS = ["value", "leaves", "numbers", "worlds", "rests on", "raised", "stopped", "fault", "changed"]
WORDS = [
    "x",
    "o",
    "l",
    "t",
    "d",
    "f",
    "w",
    "?",
    "out",
    "trained",
    "module",
    "dtype",
    "shape",
    "p0",
    "a1",
    "nan",
    *DTYPES,
]


def thing(given: atheris.FuzzedDataProvider, depth: int = 0) -> object:
    """Some JSON of words that replies are made of."""
    kind = given.ConsumeIntInRange(0, 7 if depth < 5 else 5)
    if kind == 0:
        return given.PickValueInList([None, True, False, 0, 1, -1, 2**40, 0.5])
    if kind == 1:
        return given.ConsumeIntInRange(0, 4)
    if kind < 5:
        return given.PickValueInList(WORDS)
    if kind == 5:
        return given.ConsumeUnicodeNoSurrogates(4)
    if kind == 6:
        return [thing(given, depth + 1) for _ in range(given.ConsumeIntInRange(0, 4))]
    return {given.PickValueInList(WORDS): thing(given, depth + 1) for _ in range(given.ConsumeIntInRange(0, 3))}


def described(given: atheris.FuzzedDataProvider) -> object:
    """A tensor's description, most often a right one."""
    if given.ConsumeBool():
        return {"dtype": given.PickValueInList([*DTYPES]), "shape": given.ConsumeIntListInRange(2, 0, 3)}
    return thing(given)


def read(data: bytes) -> None:
    """What the judge does with a reply."""
    given = atheris.FuzzedDataProvider(data)
    told = {part: thing(given) for part in PARTS if given.ConsumeBool()}
    told["tensors"] = [described(given) for _ in range(given.ConsumeIntInRange(0, 3))]
    answer = Answer(None, "softmax")
    try:
        header, tensors = wire.unpack(json.dumps(told).encode(), given.ConsumeBytes(given.remaining_bytes()))
        answer.read(RemoteStudent("softmax", answer), header, tensors)
        remote._Incoming(answer, None, tensors).ways(header.get("rests on"))
    except EXPECTED:
        pass
    except FAULTS:
        if "fault" not in told:
            raise


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
