"""Near-identical answers: where it is worth looking at two notebooks side by side; never a verdict.

copydetect takes the answers apart. What everybody has is discounted: the stub, the solution, every answer of the bank, and
whatever more than a tenth of the class (and more than five) wrote alike.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import nbformat

from utils.lesson import Exercise, Lesson
from utils.lesson.build import learner_path
from utils.paths import BANK
from utils.reporting.bare_code import bare_code
from utils.reporting.cohort import Cohort

LENGTH = 20
"""Characters of a fingerprint; shorter pieces in common are chance."""
SAME, RENAMED = "the same code", "the same code under other names"
LEAST = {SAME: 60, RENAMED: 80}
"""Fingerprints that an answer must have of its own to be compared: code without its names is sooner alike by chance."""
SIMILAR = 0.8
LONGEST = 20_000
"""Characters; a longer answer is not compared."""


@dataclass(frozen=True)
class Pair:
    """Two students' answers to one exercise; `similarity` is the share of the larger one's own fingerprints, 0 to 1."""

    exercise: str
    first: str
    second: str
    kind: str
    similarity: float


def near_identical(cohort: Cohort) -> list[Pair]:
    """All pairs, the most alike first, under the same names where that is enough. Raises ImportError without copydetect."""
    found: dict[tuple[str, str, str], Pair] = {}
    stubs = _stubs(cohort.lesson)
    for exercise in cohort.lesson.exercises:
        answers = {
            one.student: one.answers[exercise.name]
            for one in cohort.judged
            if one.tried(exercise.name) and 0 < len(one.answers.get(exercise.name, "")) <= LONGEST
        }
        for kind, least in LEAST.items():
            renamed = kind == RENAMED
            known = set().union(*(_fingerprints(text, renamed) for text in (stubs[exercise.name], *_known(exercise))))
            for pair in _pairs(exercise.name, answers, kind, least, known):
                found.setdefault((pair.exercise, pair.first, pair.second), pair)
    return sorted(found.values(), key=lambda pair: (-pair.similarity, pair.exercise, pair.first, pair.second))


def published(cohort: Cohort) -> dict[str, list[str] | None]:
    """By exercise the students whose answer is the published solution, word for word; comments and layout aside.

    None for an exercise whose solution is too short to tell: beyond the stub it has no more than answers must have of
    their own to be compared at all. Raises ImportError without copydetect.
    """
    stubs = _stubs(cohort.lesson)
    found: dict[str, list[str] | None] = {}
    for exercise in cohort.lesson.exercises:
        own = _fingerprints(exercise.solution, False) - _fingerprints(stubs[exercise.name], False)
        solution = bare_code(exercise.solution)
        answers = {one.student: one.answers.get(exercise.name, "") for one in cohort.judged}
        same = [student for student, text in answers.items() if len(text) <= LONGEST and bare_code(text) == solution]
        found[exercise.name] = same if len(own) >= LEAST[SAME] else None
    return found


def _stubs(lesson: Lesson) -> dict[str, str]:
    cells = nbformat.read(learner_path(lesson), as_version=4).cells
    return {cell.id: cell.source for cell in cells}


def _known(exercise: Exercise) -> list[str]:
    """The solution, and the bank's right and wrong answers."""
    bank = [path.read_text(encoding="utf-8") for path in sorted(BANK.glob(f"*/{exercise.name}/*.py"))]
    return [exercise.solution, *bank]


def _pairs(exercise: str, answers: dict[str, str], kind: str, least: int, known: set[int]) -> Iterable[Pair]:
    """The pairs that share enough of what is their own; only those that share anything are ever compared."""
    renamed = kind == RENAMED
    own = {student: _fingerprints(text, renamed) - known for student, text in answers.items()}
    spread = Counter(one for prints in own.values() for one in prints)
    common = {one for one, count in spread.items() if count > max(5, len(answers) / 10)}
    own = {student: prints - common for student, prints in own.items()}
    holders = defaultdict(list)
    for student, prints in own.items():
        if len(prints) >= least:
            for one in prints:
                holders[one].append(student)
    shared = Counter(pair for students in holders.values() for pair in combinations(students, 2))
    for (first, second), count in shared.items():
        similarity = count / max(len(own[first]), len(own[second]))
        if similarity >= SIMILAR:
            yield Pair(exercise, first, second, kind, similarity)


def _fingerprints(text: str, renamed: bool) -> set[int]:
    """Hashes of all pieces of LENGTH characters of the code; with `renamed` every name is one letter."""
    from copydetect import CodeFingerprint  # loads pyplot

    code = CodeFingerprint("answer.py", LENGTH, 1, filter=renamed, language="python", fp=io.StringIO(bare_code(text)))
    return code.hashes
