"""`course bank --seeds N`: no right answer is ever refused, and no wrong one ever accepted, whatever inputs are drawn."""

import ast
import contextlib
import hashlib
import io
import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from utils.checking.checks import refused
from utils.checking.failing import FAILS, marks
from utils.checking.judge import CannotLoad, load, run_check, shares
from utils.checking.program import Program
from utils.checking.student import Student
from utils.checking.verdict import PASSED
from utils.files import write_whole
from utils.lesson import exercise, exercises
from utils.paths import BANK, CHECKS
from utils.proving.bank import entries, verdict
from utils.proving.forked import everywhere

RECORD = BANK / "seeds.json"
"""{exercise: {"checks": version, "seeds": {answer: N}}}: with each of the first N, the answer was judged right."""
AT_ONCE = 20
"""Seeds after which the record is brought up to date."""


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


def try_up_to(count: int, names: Iterable[str]) -> list[Luck]:
    """Try those of the first `count` seeds that the record does not hold yet, on every processor, and record them.

    Whatever stops this, the next call goes on. An exercise that is judged wrongly is recorded up to there and left. What is
    edited meanwhile is recorded as what it was.
    """
    known = {name: proven(name) for name in names}
    tried_as = {name: (version(name), {path: _known_as(path) for path in some}) for name, some in known.items()}
    lucks = [Luck(name, min(known[name].values()), *map(len, answers(name))) for name in known]
    with everywhere() as ask, tqdm(total=sum(max(0, count - one.seeds) for one in lucks), disable=None) as bar:
        while going := [one for one in lucks if one.seeds < count and not one.problems]:
            behind = [[path for path, seeds in known[one.exercise].items() if seeds == one.seeds] for one in going]
            chunks = [_next_seeds(count, known[one.exercise].values()) for one in going]
            for luck, paths, seeds, tried in zip(going, behind, chunks, ask(try_seeds, _names(going), chunks, behind)):
                luck.problems = tried.problems
                if not tried.problems:
                    known[luck.exercise] |= dict.fromkeys(paths, seeds.stop)
                    luck.seeds = min(known[luck.exercise].values())
                bar.update(len(seeds))
            _write_down({name: _entry(*tried_as[name], known[name]) for name in _names(going)})
    return lucks


def _names(lucks: Iterable[Luck]) -> list[str]:
    return [one.exercise for one in lucks]


def _next_seeds(count: int, seeds: Collection[int]) -> range:
    """Those that the answers which are furthest behind are tried with next: until they have caught up with others."""
    start = min(seeds)
    return range(start, min([count, start + AT_ONCE, *(one for one in seeds if one > start)]))


def proven(name: str) -> dict[Path, int]:
    """With how many seeds each of the exercise's answers, as it is now, was judged right by the checks as they are now."""
    found = _recorded().get(name, {})
    seeds = found["seeds"] if found.get("checks") == version(name) else {}
    return {path: seeds.get(_known_as(path), 0) for some in answers(name) for path in some}


def answers(name: str) -> tuple[list[Path], list[Path]]:
    """The right answers of an exercise, and the wrong ones."""
    return entries("right", name), entries("wrong", name)


def _known_as(path: Path) -> str:
    """An answer's kind and name, and the version of its code: what it says of itself may change."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    code = tree.body[ast.get_docstring(tree) is not None :]
    return f"{path.parent.parent.name}/{path.stem} {_version(ast.unparse(code))}"


def _version(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _recorded() -> dict[str, dict]:
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}


def _entry(checks: str, called: dict[Path, str], seeds: dict[Path, int]) -> dict:
    return {"checks": checks, "seeds": {called[path]: count for path, count in seeds.items()}}


def _write_down(found: dict[str, dict]) -> None:
    record = _recorded() | found
    ordered = {name: record[name] for name in exercises() if name in record}
    write_whole(RECORD, (json.dumps(ordered, indent=1) + "\n").encode())


def version(name: str) -> str:
    """Of an exercise's checks, with all in their file that they rest on."""
    program = Program([(CHECKS / f"test_{exercise(name).lesson}.py").read_text(encoding="utf-8")])
    checks = [one.node.name for one in program.statements if _about(one.node) == name]
    needed = {id(one): one for check in checks for one in program.needed(check) if not one.imports}
    return _version("\n".join(ast.unparse(one.node) for one in needed.values()))


def _about(node: ast.stmt) -> str | None:
    """The exercise that a check is about; None for what is no check."""
    marked = [
        one
        for one in getattr(node, "decorator_list", [])
        if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "about"
    ]
    return marked[0].args[0].value if marked else None


def try_seeds(name: str, seeds: range, paths: Collection[Path] | None = None) -> Luck:
    """Judge right answers of an exercise with each seed, and try to get wrong ones accepted: those of these `paths`, or all."""
    right, wrong = (
        {path: Program([path.read_text(encoding="utf-8")]) for path in some if paths is None or path in paths}
        for some in answers(name)
    )
    luck, seconds, orders = Luck(name, len(seeds), len(right), len(wrong)), Counter(), {}
    for seed in seeds:  # what checks work out for these inputs once serves all answers
        for path, program in right.items():
            one = verdict(program, name, seed)
            seconds.update({run.result.name: run.seconds for run in one.runs})
            if not one.passed:
                check = f" ({one.runs[-1].result.name})" if one.runs else ""
                luck.problems.append(f"right/{path.stem} is refused with seed {seed}{check}: {one.reason}")
        for path, program in wrong.items():
            order = orders.get(path) or _likeliest(path, seconds)
            refusing = refused_by(program, name, seed, order)
            if refusing is None:
                luck.problems.append(f"wrong/{path.stem} is accepted with seed {seed}")
            else:  # what refused it now is tried first next time
                orders[path] = [refusing, *(check for check in order if check != refusing)]
    return luck


def _likeliest(path: Path, seconds: Counter[str]) -> list[str]:
    """An exercise's checks, those first that are known to refuse this wrong answer, and of these the quickest."""
    name = path.parent.name
    known = marks(name).get(path.stem, {})
    return sorted((check.name for check, _ in shares(name)), key=lambda one: (known.get(one) != FAILS, seconds[one]))


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
