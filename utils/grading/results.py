"""What was judged before: an append-only log by content, so that nothing is judged twice and a killed run goes on.

Each line is a JSON object: {"key": …, "result": an ExerciseResult}, or {"recorded": student, "key": …} once a submission
stands in the gradebook. A line that is not whole, because the process was killed, is as if it were not there.
"""

import functools
import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from importlib.metadata import version
from pathlib import Path

from utils.checking.program import Program, Statement
from utils.checking.verdict import ERROR, PASSED, ExerciseResult, exercise_result
from utils.grading.pieces import given
from utils.lesson import lesson_of
from utils.paths import BANK, CHECKS, ROOT, SOLUTIONS

NAME = "results.jsonl"
QUOTED = re.compile(r"\bline \d+: ")
JUDGING = ("checking", "grading", "lesson")
"""The packages on whose text a verdict may depend."""


@dataclass(frozen=True)
class Key:
    """Of the verdict on one answer: under `right` stands one that serves every answer that says the same, with the course's
    versions of the other exercises; under `said` one that serves those which say the same with their own versions, too;
    `whole` is that of this text, on these very lines, which a verdict may quote.
    """

    right: str
    said: str
    whole: str


class ResultLog:
    """The log of one course; many processes may append to it, each line is written in one go."""

    def __init__(self, path: Path):
        self.path = path
        self._results: dict[str, bytes] = {}
        """As JSON, which takes less memory than what it is read to."""
        self._recorded: dict[str, str] = {}
        for line in _whole_lines(path):
            if "recorded" in line:
                self._recorded[line["recorded"]] = line["key"]
            elif "result" in line:
                self._results[line["key"]] = _packed(line["result"])

    def get(self, key: Key) -> ExerciseResult | None:
        found = next((self._results[one] for one in astuple(key) if one in self._results), None)
        return exercise_result(json.loads(found)) if found else None

    def __contains__(self, key: Key) -> bool:
        return any(one in self._results for one in astuple(key))

    def add(self, key: Key, result: ExerciseResult) -> None:
        """Remember a verdict; a fault of the grader is none."""
        serves_all = result.status == PASSED and not result.with_own
        name = key.right if serves_all else key.whole if _quotes(result) else key.said
        if result.status != ERROR and name not in self._results:
            told = asdict(result)
            self._results[name] = _packed(told)
            self._append({"key": name, "result": told})

    def recorded(self, student: str) -> str | None:
        """The key of what stands in the gradebook for this student."""
        return self._recorded.get(student)

    def record(self, student: str, key: str) -> None:
        self._recorded[student] = key
        self._append({"recorded": student, "key": key})

    def _append(self, line: dict) -> None:
        """In one write, on a line of its own whatever was torn off before."""
        with self.path.open("ab+", buffering=0) as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 1))
            torn = file.read(1) not in (b"", b"\n")
            file.write(b"\n" * torn + json.dumps(line).encode() + b"\n")


@functools.cache
def open_log(path: Path) -> ResultLog:
    """The log of this file, read once."""
    return ResultLog(path)


def _quotes(result: ExerciseResult) -> bool:
    """Whether a verdict tells a line of the answer and its number."""
    return any(QUOTED.search(told) for told in (result.message, *(check.message for check in result.checks)))


def _packed(result: dict) -> bytes:
    return json.dumps(result).encode()


def _whole_lines(path: Path) -> Iterable[dict]:
    if not path.exists():
        return
    for line in path.read_bytes().splitlines():
        try:
            read = json.loads(line)
        except ValueError:
            continue
        if isinstance(read, dict) and isinstance(read.get("key"), str):
            yield read


def cells_that_count(code: Iterable[tuple[str, str]], checks: Iterable[str]) -> list[str]:
    """The sources on which a verdict may rest, of code cells given as (source, grade_id).

    All but the lesson's own check cells, whose text is put right anyway; of copies the last is the check cell.
    """
    kept, left = [], {*checks}
    for source, name in reversed([*code]):
        if name in left:
            left.remove(name)
        else:
            kept.append(source)
    return kept[::-1]


def keys_of(cells: list[str], names: Iterable[str]) -> dict[str, Key]:
    """The keys of each of these exercises of a submission."""
    program = Program(cells)
    return {name: _keys(program, name) for name in names}


def _keys(program: Program, name: str) -> Key:
    needed = program.needed(name) if program.defines(name) else []
    texts = [one.text for one in needed] if needed else _broken(program, name)
    said = _meaning(needed) if needed else texts
    told = {"right": _meaning(program.needed(name, given(program, name))), "said": said, "whole": texts}
    return Key(**{kind: _digest(json.dumps([name, judging(name), kind, one]).encode()) for kind, one in told.items()})


def _meaning(needed: list[Statement]) -> list[str]:
    """What statements say, whatever their layout and comments."""
    told: list[str] = []
    for one in needed:
        rivals = {other.meaning for other in needed if other.binds & one.binds}
        if not (one.imports and one.meaning in told and rivals == {one.meaning}):  # the same import again says nothing
            told.append(one.meaning)
    return told


def _broken(program: Program, name: str) -> list[str]:
    """The text of the cell that was meant to define the exercise."""
    broken = program.broken_definition(name)
    return [broken.text] if broken else []


@functools.cache
def judging(name: str) -> str:
    """The version of all that judges an exercise: its lesson's checks, its bank, the lessons, the course's code and torch."""
    files = [CHECKS / f"test_{lesson_of(name)}.py", *(BANK / "wrong" / name).glob("*.py")]
    files += [*SOLUTIONS.glob("*.py"), *(one for package in JUDGING for one in (ROOT / "utils" / package).glob("*.py"))]
    parts = [f"{path.relative_to(ROOT).as_posix()} {_of_file(path)}" for path in sorted(files)]
    return _digest("\n".join([version("torch"), *parts]).encode())


@functools.cache
def _of_file(path: Path) -> str:
    return _digest(path.read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
