"""The command line: `course`."""

import argparse
import json
import os
import sys
from pathlib import Path

from utils.errors import CourseError


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something is not right yet, 2 when it could not be done."""
    parser = _parser()
    arguments, arguments.options = parser.parse_known_args(argv)
    if arguments.options and arguments.run is not _lab:
        parser.error(f"unrecognized arguments: {' '.join(arguments.options)}")
    try:
        status = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except CourseError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever reads what we print, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="course", description="Write the Transformer yourself.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    lab = commands.add_parser("lab", help="open the next unfinished lesson in JupyterLab; options go to jupyter lab")
    lab.add_argument("--instructor", action="store_true", help="with the formgrader and all else of nbgrader")
    lab.set_defaults(run=_lab)

    check = commands.add_parser("check", help="judge notebooks or .py files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.add_argument("--exercise", action="append", default=[], metavar="NAME", help="only this one (repeatable)")
    check.add_argument(
        "--limit",
        type=float,
        default=10.0,
        metavar="SECONDS",
        help="for each exercise, half of it for one check (default 10)",
    )
    check.add_argument("--json", action="store_true", help="one JSON object a line for each file")
    check.set_defaults(run=_check)

    progress = commands.add_parser("progress", help="what you have passed, and where to go on")
    progress.set_defaults(run=_progress)

    reset = commands.add_parser(
        "reset", help="give lessons their untouched notebooks back; what you wrote is kept in a backup"
    )
    reset.add_argument("lessons", nargs="*", metavar="LESSON", help="name or number; all when none is given")
    reset.set_defaults(run=_reset)

    grade = commands.add_parser("grade", help="grade a folder of notebooks named by student")
    grade.add_argument("folder", type=Path, metavar="FOLDER")
    grade.add_argument("--lesson", required=True, help="name or number")
    grade.add_argument("--to", type=Path, help="where the gradebook and feedback go (default FOLDER/graded)")
    grade.add_argument("--workers", type=_positive, metavar="N", help="judges at once (default: one a processor)")
    grade.add_argument("--scheduler", metavar="ADDRESS", help="judge on a Dask cluster: tcp://… or tls://…")
    grade.add_argument("--yes", action="store_true", help="write marks that changed checks change, without asking")
    grade.add_argument("--trust-students", action="store_true", help="grade even where answers cannot be confined")
    grade.set_defaults(run=_grade)

    new_class = commands.add_parser("new-class", help="lay out an instructor's folder outside the checkout")
    new_class.add_argument("folder", type=Path, metavar="NAME")
    new_class.add_argument("--students", type=Path, metavar="FILE.csv", help="register these in the gradebook")
    new_class.set_defaults(run=_new_class)

    report = commands.add_parser(
        "report", help="what a class did in a lesson: a page, and tables for Canvas and Moodle"
    )
    report.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="folder of notebooks, nbgrader course, or .jsonl of `check`"
    )
    report.add_argument("--lesson", required=True, help="name or number")
    report.add_argument("--to", type=Path, metavar="FILE.html", help="the page (default LESSON.html here)")
    report.add_argument("--anonymous", action="store_true", help="without names, and without tables that need them")
    report.add_argument("--trust-students", action="store_true", help="judge even where answers cannot be confined")
    report.set_defaults(run=_report)

    doctor = commands.add_parser("doctor", help="what this system gives to confine answers while they are graded")
    doctor.set_defaults(run=_doctor)

    build = commands.add_parser("build", help="build the notebooks from the lessons' sources")
    build.add_argument("lessons", nargs="*", metavar="LESSON", help="name or number; all when none is given")
    build.add_argument("--no-execute", action="store_true", help="leave the solutions' outputs as they are")
    build.set_defaults(run=_build)

    bank = commands.add_parser("bank", help="for authors: prove the checks on the bank of right and wrong answers")
    bank.add_argument(
        "exercises", nargs="*", metavar="EXERCISE", help="name, or a lesson's number; all when none is given"
    )
    proof = bank.add_mutually_exclusive_group(required=True)
    proof.add_argument(
        "--report", action="store_true", help="a table: the bank's answers, and mutants of the solutions"
    )
    proof.add_argument(
        "--seeds",
        type=_positive,
        metavar="N",
        help="judge every answer with the first N seeds, or N others with --seed; the first are recorded in tests/bank/seeds.json",
    )
    proof.add_argument("--failing", action="store_true", help="write down which checks each wrong answer fails")
    proof.add_argument("--page", type=Path, metavar="FILE.html", help="write the card of every wrong answer to a page")
    bank.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    bank.set_defaults(run=_bank)
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _lab(arguments: argparse.Namespace) -> int:
    from utils.desk.lab import open_lab

    return open_lab(arguments.options, arguments.instructor)


def _progress(arguments: argparse.Namespace) -> int:
    from utils.showing.progress import Progress

    print(Progress())
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from utils.checking.many import judge_files
    from utils.checking.verdict import NOT_RUN
    from utils.lesson import exercise
    from utils.showing.card import card_text

    names = [exercise(name).name for name in arguments.exercise]
    worst = 0
    for path, result in zip(arguments.files, judge_files(arguments.files, names, arguments.limit)):
        if arguments.json:
            print(json.dumps(result.as_json()), flush=True)
        elif not result.error:
            print(f"{path}: {result.points:g} of {result.max_points:g} points")
            for one in result.exercises:
                if one.status != NOT_RUN or names:
                    print(card_text(one))
        if result.error:
            print(result.error, file=sys.stderr)
        worst = max(worst, 2 if result.error or _undecided(result) else 0 if result.passed else 1)
    return worst


def _undecided(result) -> bool:
    return any(one.status == "error" for one in result.exercises)


def _reset(arguments: argparse.Namespace) -> int:
    from utils.lesson import find_lesson
    from utils.reset import reset

    print(f"Done; what was there before is in {reset([find_lesson(name) for name in arguments.lessons])}")
    return 0


def _grade(arguments: argparse.Namespace) -> int:
    from utils.grading.grade_class import grade_class, summary, table, table_path
    from utils.grading.judges import judges_here
    from utils.grading.sandbox import TRUST
    from utils.lesson import find_lesson

    def start(tasks: int):
        if arguments.scheduler:
            from utils.grading.dask_judges import DaskJudges

            return DaskJudges(arguments.scheduler)
        return judges_here(tasks, arguments.workers)

    if arguments.trust_students:
        os.environ[TRUST] = "1"
    lesson = find_lesson(arguments.lesson)
    to = arguments.to or arguments.folder / "graded"
    try:
        outcome = grade_class(arguments.folder, lesson, to, start, lambda lines: _agree(lines, arguments.yes))
    except KeyboardInterrupt:
        print(f"Stopped. What is graded so far is kept in {to}; the same command goes on from there.", file=sys.stderr)
        return 130
    print(table(outcome.marks, lesson))
    print(f"{summary(outcome, lesson)}. Gradebook, feedback and {table_path(to, lesson).name}: {to}")
    return 2 if any(mark.problem for mark in outcome.marks) else 0


def _agree(lines: list[str], yes: bool) -> bool:
    """Show which marks a changed check would change, and ask whether to write them."""
    print("The checks have changed; these marks of notebooks that have not changed would be others:", file=sys.stderr)
    print(*lines, sep="\n", file=sys.stderr)
    if yes:
        return True
    if not sys.stdin.isatty():
        raise CourseError("These marks are left as they were: add --yes to write the new ones.")
    return input("Write them? [y/N] ").strip().lower() in ("y", "yes")


def _confined_judge(arguments: argparse.Namespace):
    """The judge of grading; raises CourseError where answers cannot be confined and are not trusted."""
    from utils.grading.judges import judge
    from utils.grading.sandbox import TRUST

    if arguments.trust_students:
        os.environ[TRUST] = "1"
    if refusal := judge().greeting()["refusal"]:
        raise CourseError(refusal)
    return judge()


def _new_class(arguments: argparse.Namespace) -> int:
    from utils.grading.new_class import new_class
    from utils.lesson import lessons

    folder = new_class(arguments.folder, arguments.students)
    print(f"Made {folder}. Next, run there: nbgrader generate_assignment {lessons()[0].name}")
    return 0


def _report(arguments: argparse.Namespace) -> int:
    import functools

    from utils.lesson import find_lesson
    from utils.reporting.report import write_report
    from utils.reporting.sources import read_class

    lesson = find_lesson(arguments.lesson)
    to = arguments.to or Path(f"{lesson.name}.html")
    if to.suffix != ".html":
        raise CourseError(f"{to} is not an .html file: name the page, the tables go beside it.")
    if not to.parent.is_dir():
        raise CourseError(f"{to.parent} is not a folder: make it first.")
    judge = functools.cache(lambda: _confined_judge(arguments))
    cohort = read_class(arguments.paths, lesson, judge, lambda line: print(line, file=sys.stderr))
    for path in write_report(cohort, to, arguments.anonymous):
        print(path)
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from utils.grading.doctor import report

    text, well = report()
    print(text)
    return 0 if well else 1


def _build(arguments: argparse.Namespace) -> int:
    from utils.lesson import find_lesson, lessons
    from utils.lesson.build import build

    for lesson in [find_lesson(name) for name in arguments.lessons] or lessons():
        for path in build(lesson, execute=not arguments.no_execute):
            print(path)
    return 0


def _bank(arguments: argparse.Namespace) -> int:
    from utils.checking.worker import warm_up
    from utils.proving.bank import chosen, needs_some
    from utils.proving.failing import write_failing
    from utils.proving.page import page
    from utils.proving.report import prove, table
    from utils.proving.seeds import try_seeds, try_up_to

    exercises = chosen(arguments.exercises)
    for one in exercises:
        needs_some(one.name)
    warm_up()
    if arguments.failing:
        write_failing(exercises, arguments.seed)
        return 0
    if arguments.page:
        try:
            arguments.page.write_text(page(exercises, arguments.seed), encoding="utf-8")
        except OSError as error:
            raise CourseError(f"{arguments.page} cannot be written: {error.strerror}.") from None
        print(arguments.page)
        return 0
    if arguments.seeds:
        names = [one.name for one in exercises]
        seeds = range(arguments.seed, arguments.seed + arguments.seeds)
        lucks = [try_seeds(name, seeds) for name in names] if arguments.seed else try_up_to(arguments.seeds, names)
        for luck in lucks:
            print(luck, *luck.problems, sep="\n  ")
        return 1 if any(luck.problems for luck in lucks) else 0
    proofs = [prove(one, arguments.seed) for one in exercises]
    print(table(proofs))
    for one in proofs:
        for title, found in (("survived", one.survivors), ("no longer survives", one.stale), ("", one.problems)):
            for text in found:
                print(f"\n{one.exercise} {title}".rstrip(), text, sep="\n")
    return 0 if all(one.holds for one in proofs) else 1


if __name__ == "__main__":
    sys.exit(main())
