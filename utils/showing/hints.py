"""`hint` and `solution`: help for self-study, one step at a time.

Markdown in a notebook, where formulas and code are set, and the same lines as plain text in a terminal.
"""

import sys
from dataclasses import dataclass

from utils.errors import CourseError, one_sentence
from utils.lesson import HINTS, exercise, find_lesson
from utils.record import next_hint, standing
from utils.settings import graded


@dataclass(frozen=True)
class Help:
    """A heading, a text in Markdown or code in Python, and what can be done next."""

    heading: str
    text: str
    next: str = ""
    is_code: bool = False

    def __repr__(self) -> str:
        return "\n".join([self.heading, self.text, self.next]).rstrip()

    def _repr_markdown_(self) -> str:
        text = f"```python\n{self.text}\n```" if self.is_code else self.text
        return "\n\n".join([f"**{self.heading}**", text, f"*{self.next}*" if self.next else ""]).rstrip()


@one_sentence
def hint(name: str) -> Help:
    """The next of three hints for exercise `name`: where to look, what to compute, nearly the code. Costs nothing."""
    texts = find_lesson(exercise(name).lesson).hints(name)
    number = next_hint(name, len(texts))
    return _shown(
        Help(f"{name} · hint {number} of {len(texts)} · {HINTS[number - 1]}", texts[number - 1], _after(number))
    )


@one_sentence
def solution(name: str) -> Help:
    """The course's solution of exercise `name`, once you have tried it yourself; off where the course is graded."""
    found = exercise(name)
    if graded():
        raise CourseError(f'This course is graded, so it shows no solutions; hint("{name}") helps you on.')
    if not standing(name).attempts:
        raise CourseError(f'Try it first: write your own {name} and run check("{name}"), right or wrong.')
    return _shown(Help(f"{name} · the course's solution", found.solution, is_code=True))


def _after(number: int) -> str:
    if number < len(HINTS):
        return "Run this again for the next hint."
    return (
        "This was the last hint."
        if graded()
        else "This was the last hint; solution(…) shows the solution after an attempt."
    )


def _shown(help: Help) -> Help:
    """Notebooks and interactive Python show what an expression gives; a script needs it printed."""
    if "IPython" not in sys.modules and not hasattr(sys, "ps1"):
        print(help)
    return help
