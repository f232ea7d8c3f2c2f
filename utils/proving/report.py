"""`course bank --report`: for each exercise, what the judge does with the bank's answers and with the solution's mutants."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from utils.checking.failing import surprises
from utils.checking.mutants import Mutant, mutants
from utils.checking.program import Program
from utils.checking.sameness import same_run
from utils.lesson import Exercise, exercises, find_lesson
from utils.paths import BANK
from utils.proving.bank import LIMIT, Verdict, entries, name_mistake, verdict
from utils.proving.forked import ask_each

EQUIVALENT = BANK / "equivalent.json"
"""Mutants that the contract allows: {exercise: {reason: [diff, …]}}."""
REFUSED_BY_NAME = "torch's own"
HEADS = ("exercise", "wrong", "refused", "named", "right", "accepted", "mutants", "killed", "equivalent", "survived")


@dataclass(frozen=True)
class Proof:
    """What was found about one exercise; the last four hold what should not be."""

    exercise: str
    wrong: int
    refused: int
    named: int
    right: int
    accepted: int
    mutants: int
    killed: int
    equivalent: int
    survivors: list[str]
    """Mutants that no check kills and that `equivalent.json` does not explain, as diffs."""
    stale: list[str]
    """What `equivalent.json` explains and no surviving mutant is."""
    problems: list[str]
    """Bank entries that are judged wrongly, and checks that failed by their own fault."""

    @property
    def holds(self) -> bool:
        return not (self.survivors or self.stale or self.problems)

    @property
    def row(self) -> tuple[str | int, ...]:
        counts = (self.wrong, self.refused, self.named, self.right, self.accepted)
        return (self.exercise, *counts, self.mutants, self.killed, self.equivalent, len(self.survivors))


def prove(exercise: Exercise, seed: int) -> Proof:
    """Judge the bank's answers to one exercise and every mutant of its solution, on inputs drawn from `seed`."""
    problems: list[str] = []
    wrong, right = entries("wrong", exercise.name), entries("right", exercise.name)
    refused = named = accepted = 0
    helpers = _helpers(exercise)
    solution = verdict(Program([*helpers, exercise.source]), exercise.name, seed)
    for path in right:
        program = Program([path.read_text(encoding="utf-8")])
        one = verdict(program, exercise.name, seed)
        accepted += one.passed
        problems += [] if one.passed else [f"right/{path.stem} is refused: {one.reason}"]
        problems += [] if not one.passed else [f"right/{path.stem}: {text}" for text in style_dependent(one, solution)]
    for path in wrong:
        program = Program([path.read_text(encoding="utf-8")])
        one = verdict(program, exercise.name, seed, to_the_end=True)
        refused += not one.passed
        problems += [f"wrong/{path.stem} is accepted"] if one.passed else []
        problems += [f"wrong/{path.stem}: {one.reason}"] if one.broken else []
        if surprises(path, exercise.name, one.runs) > 1:
            problems.append(
                f"wrong/{path.stem} fails other checks than written down: course bank --failing {exercise.name}"
            )
        known = name_mistake(program, one, exercise.name, seed)
        told = any(REFUSED_BY_NAME in run.result.message for run in one.runs)
        named += bool(known and known[0] == path.stem) or told
        if not told and (known is None or known[0] != path.stem):
            problems.append(f"wrong/{path.stem} is {f'taken for {known[0]}' if known else 'not named'}")
    made = mutants(exercise.source)
    answers = ask_each(made, lambda one: _survives(one, helpers, exercise.name, seed), LIMIT)
    survived = [mutant for mutant, answer in zip(made, answers) if answer and answer[0]]
    problems += [answer[1] for answer in answers if answer and answer[1]]
    explained = equivalents(exercise.name)
    diffs = [one.diff for one in survived]
    return Proof(
        exercise.name,
        len(wrong),
        refused,
        named,
        len(right),
        accepted,
        len(made),
        len(made) - len(survived),
        sum(one in explained for one in diffs),
        [one for one in diffs if one not in explained],
        [one for one in explained if one not in diffs],
        problems,
    )


def equivalents(name: str) -> dict[str, str]:
    """The diffs of an exercise's mutants that are right answers too, each with the reason."""
    record = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {diff: reason for reason, diffs in record.get(name, {}).items() for diff in diffs}


def style_dependent(one: Verdict, other: Verdict) -> list[str]:
    """What the record of one right answer has and that of another has not: a mistake could not be named in every style."""
    pairs = zip(one.runs, other.runs, strict=True)
    return [f"what {a.result.name} notes depends on the style" for a, b in pairs if not same_run(a, b)]


def table(proofs: Iterable[Proof]) -> str:
    """One row for each exercise, and the sum."""
    rows = [one.row for one in proofs]
    rows.append(("all", *(sum(column) for column in list(zip(*rows))[1:])))
    width = max(len(str(row[0])) for row in rows)
    lines = [f"{'exercise':{width}}  " + "  ".join(HEADS[1:])]
    for first, *counts in rows:
        cells = (f"{count:>{len(head)}}" for head, count in zip(HEADS[1:], counts))
        lines.append(f"{first:{width}}  " + "  ".join(cells))
    return "\n".join(lines)


def _helpers(exercise: Exercise) -> list[str]:
    """What the solution uses of its lesson's other cells."""
    code = find_lesson(exercise.lesson).code
    needed = Program(code).needed(exercise.name, exercises().keys() - {exercise.name})
    return [one.text for one in needed if one.cell != code.index(exercise.source) and not one.imports]


def _survives(mutant: Mutant, helpers: list[str], name: str, seed: int) -> tuple[bool, str]:
    """Whether no check kills the mutant, and what is to be said where a check failed by its own fault."""
    one = verdict(Program([*helpers, mutant.source]), name, seed)
    broken = f"a check failed by its own fault for the mutant\n{mutant.diff}\n{one.reason}" if one.broken else ""
    return one.passed, broken
