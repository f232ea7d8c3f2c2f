"""What was judged before: an append-only log by content, so that nothing is judged twice and a killed run goes on.

Each line is a JSON object: {"key": …, "result": an ExerciseResult}, or {"recorded": student, "key": …} once a submission
stands in the gradebook. A line that is not whole, because the process was killed, is as if it were not there.
"""

import functools
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from utils.checking.program import Program
from utils.checking.verdict import ERROR, PASSED, ExerciseResult, exercise_result
from utils.grading.pieces import given
from utils.lesson import lesson_of
from utils.paths import BANK, CHECKS, ROOT, SOLUTIONS

NAME = "results.jsonl"
JUDGING = ("checking", "grading", "lesson")
"""The packages on whose text a verdict may depend."""


@dataclass(frozen=True)
class Key:
    """Of the verdict on one answer: under `right` stands one that serves every answer that says the same, with the course's
    versions of the other exercises; `whole` is that of this text, whose lines a verdict may quote, on these very lines.
    """

    right: str
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
        found = self._results.get(key.right) or self._results.get(key.whole)
        return exercise_result(json.loads(found)) if found else None

    def __contains__(self, key: Key) -> bool:
        return key.right in self._results or key.whole in self._results

    def add(self, key: Key, result: ExerciseResult) -> None:
        """Remember a verdict; a fault of the grader is none."""
        serves_all = result.status == PASSED and not result.with_own
        name = key.right if serves_all else key.whole
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
    return {
        name: Key(*(_key(name, told) for told in (_meaning(program, name), _texts(program, name)))) for name in names
    }


def _key(name: str, told: list[str]) -> str:
    return _digest(json.dumps([name, judging(name), told]).encode())


def _meaning(program: Program, name: str) -> list[str]:
    """What the answer and all of the submission that it is judged with say, whatever their layout and comments."""
    needed = program.needed(name, given(program, name))
    told: list[str] = []
    for one in needed:
        rivals = {other.meaning for other in needed if other.binds & one.binds}
        if not (one.imports and one.meaning in told and rivals == {one.meaning}):  # the same import again says nothing
            told.append(one.meaning)
    return told


def _texts(program: Program, name: str) -> list[str]:
    """The text of the answer and of all that it may be judged with, or else of the cell that was meant to define it."""
    if program.defines(name):
        return [one.text for one in program.needed(name)]
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
