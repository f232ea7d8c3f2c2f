"""`course bank --seeds N`: no right answer is ever refused, and no wrong one ever accepted, whatever inputs are drawn."""

import contextlib
import io
from dataclasses import dataclass, field

from utils.checking.checks import refused
from utils.checking.judge import CannotLoad, load, run_check, shares
from utils.checking.program import Program
from utils.checking.student import Student
from utils.checking.verdict import PASSED
from utils.proving.bank import entries, verdict


@dataclass
class Luck:
    """What N seeds did to one exercise."""

    exercise: str
    seeds: int
    right: int
    wrong: int
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = f"{self.right} right answers, {self.wrong} wrong ones, {self.seeds} seeds each"
        found = f"{len(self.problems)} times judged wrongly" if self.problems else "always judged right"
        return f"{self.exercise}: {counts}: {found}"


def try_seeds(name: str, seeds: range) -> Luck:
    """Judge every right answer of an exercise with each seed, and try to get each wrong one accepted."""
    right, wrong = entries("right", name), entries("wrong", name)
    luck = Luck(name, len(seeds), len(right), len(wrong))
    for path in right:
        program = Program([path.read_text(encoding="utf-8")])
        for seed in seeds:
            one = verdict(program, name, seed)
            if not one.passed:
                check = f" ({one.runs[-1].result.name})" if one.runs else ""
                luck.problems.append(f"right/{path.stem} is refused with seed {seed}{check}: {one.reason}")
    for path in wrong:
        program = Program([path.read_text(encoding="utf-8")])
        order = [check.name for check, _ in shares(name)]
        for seed in seeds:
            refusing = refused_by(program, name, seed, order)
            if refusing is None:
                luck.problems.append(f"wrong/{path.stem} is accepted with seed {seed}")
            else:  # what refused it now is tried first next time
                order.remove(refusing)
                order.insert(0, refusing)
    return luck


def refused_by(program: Program, name: str, seed: int, order: list[str]) -> str | None:
    """The first of these checks that does not hold, without a look at the others."""
    with contextlib.redirect_stdout(io.StringIO()):
        return _refused_by(program, name, seed, order)


def _refused_by(program: Program, name: str, seed: int, order: list[str]) -> str | None:
    worth = {check.name: (check, points) for check, points in shares(name)}
    try:
        namespace = load(program, name)
    except CannotLoad:
        return order[0]
    for one in order:
        run = run_check(*worth[one], Student(name, namespace, refused(name)), seed)
        if run.result.status != PASSED:
            return one
    return None
