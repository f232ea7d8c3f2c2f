"""A class of made-up students: right answers, known wrong ones of the bank, and a few that attack the grader."""

import random
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from utils.checking.failing import VARIES, marks
from utils.lesson import Lesson, exercise
from utils.lesson.build import learner_path
from utils.paths import BANK

ATTACKS = [
    "while True:\n    pass",
    "import os\nos._exit(0)",
    "kept = []\nwhile True:\n    kept.append(bytearray(10**7))",
    "import os\nwhile True:\n    os.fork()",
    "print('x' * 10**9)",
]
"""What a hostile student's first exercise does when it is defined."""


KINDS = ("styles", "alike", "different")
"""How right answers differ: each in one of the bank's styles, all in the solution's, or each says something else."""


def write_class(
    folder: Path, lesson: Lesson, size: int, hostile: float = 0.0, seed: int = 0, kind: str = "styles"
) -> None:
    """Write `size` notebooks: every other one has two known mistakes, and the share `hostile` attacks.

    No two students' answers are the same text: each has its own comments.
    """
    chance = random.Random(seed)
    attackers = set(chance.sample(range(size), round(hostile * size)))
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(size):
        answers = {
            one.name: chance.choice(_styles(one.name)) if kind == "styles" else _solution(one.name)
            for one in lesson.exercises
        }
        if number % 2:
            for name in chance.sample(sorted(answers), 2):
                answers[name] = chance.choice(_mistakes(name)) if _mistakes(name) else answers[name]
        if number in attackers:
            answers[lesson.exercises[0].name] += f"\n\n{ATTACKS[number % len(ATTACKS)]}\n"
        answers = {name: _of_one(name, answer, number, kind == "different") for name, answer in answers.items()}
        nbformat.write(_filled(lesson, answers), folder / f"student{number:05d}.ipynb")


def _of_one(name: str, answer: str, number: int, different: bool) -> str:
    """The answer with a comment that no other student has, and with a statement that none has if it is to be `different`."""
    commented = re.sub(r"^((?:def|class) .*)$", rf"\1  # {number}", answer, flags=re.MULTILINE)
    return f"{commented}\n\n{name}.student = {number}\n" if different else commented


def _styles(name: str) -> list[str]:
    """The right answers of the bank, and the solution."""
    paths = sorted((BANK / "right" / name).glob("*.py"))
    return [_solution(name), *(path.read_text(encoding="utf-8") for path in paths)]


def _filled(lesson: Lesson, answers: dict[str, str]) -> NotebookNode:
    notebook = nbformat.read(learner_path(lesson), as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    return notebook


def _solution(name: str) -> str:
    return re.sub(r"^ *# (BEGIN|END) SOLUTION\n?", "", exercise(name).source, flags=re.MULTILINE)


def _mistakes(name: str) -> list[str]:
    """The known mistakes of which it does not rest on the inputs drawn which checks they fail."""
    paths = sorted((BANK / "wrong" / name).glob("*.py"))
    return [path.read_text(encoding="utf-8") for path in paths if VARIES not in marks(name)[path.stem].values()]
