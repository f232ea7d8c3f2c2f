"""What grading a class costs: stock nbgrader, which runs the notebooks, against ours, on the same submissions.

    python benchmarks/class_cost.py [--lesson 04] [--submissions 20] [--ways stock stock-one-thread ours grade]

    stock             `nbgrader autograde` with its own Execute
    stock-one-thread  the same with OMP_NUM_THREADS=1
    ours              `nbgrader autograde` with the course's nbgrader_config.py
    grade             `course grade`, which also writes the feedback pages
    grade-one         the same with one worker
    grade-one-core    the same, all of it on one processor
    dask-one          the same on a Dask cluster on this machine with one worker, whose CPU is not counted
    dask-two          the same with two

Marks are compared: the run fails when ours differ from stock's. No two students' answers are the same text. With `--kind
styles` right answers are written in the bank's styles, with `alike` all as the solution is, but for comments: of answers that
say the same, ours judges one. With `different` each has to be judged.
"""

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Gradebook
from synthetic_class import KINDS, write_class
from whole_tree import Cost, measure

from utils.lesson import Lesson, find_lesson
from utils.lesson.build import solution_path
from utils.paths import ROOT

STOCK = """
c = get_config()
c.CourseDirectory.course_id = "write-the-transformer"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
c.Execute.timeout = 600
"""
WAYS = ("stock", "stock-one-thread", "ours", "grade", "grade-one", "grade-one-core", "dask-one", "dask-two")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lesson", default="04")
    parser.add_argument("--submissions", type=int, default=20)
    parser.add_argument("--hostile", type=float, default=0.0, help="share of hostile submissions (not with stock)")
    parser.add_argument("--kind", choices=KINDS, default="styles", help="how right answers differ")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=["stock", "stock-one-thread", "ours", "grade"])
    arguments = parser.parse_args()
    lesson, costs, marks = find_lesson(arguments.lesson), {}, {}
    print(f"{'':18}{'CPU s':>9}{'each':>8}{'wall s':>9}{'MB':>7}  CPU against this", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        submissions = Path(folder) / "class"
        write_class(submissions, lesson, arguments.submissions, arguments.hostile, kind=arguments.kind)
        for way in arguments.ways:
            costs[way], marks[way] = run(way, submissions, lesson, Path(folder) / way)
            print(line(way, costs, arguments.submissions), flush=True)
    for way in arguments.ways[1:]:
        compare(marks[arguments.ways[0]], marks[way], f"{arguments.ways[0]} and {way}")
    if len(marks) > 1:
        print(f"the same {len(marks[arguments.ways[0]])} marks from all")


def run(way: str, submissions: Path, lesson: Lesson, course: Path) -> tuple[Cost, dict[str, float]]:
    """The cost of grading in one way, and each student's marks."""
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    path = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])  # as in an activated environment
    environment |= {"PYTHONPATH": str(ROOT), "COURSE_HOME": str(course / "home"), "PATH": path}
    if way == "stock-one-thread":
        environment["OMP_NUM_THREADS"] = "1"
    if way.startswith(("grade", "dask")):
        grade = "import sys; from utils.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", grade, "grade", str(submissions), "--lesson", lesson.name, "--to", str(course)]
        if way == "grade-one-core":
            command = ["taskset", "--cpu-list", str(min(os.sched_getaffinity(0))), *command]
        course.mkdir()
        with cluster(way) as scheduler:
            more = ["--workers", "1"] if way == "grade-one" else ["--scheduler", scheduler] if scheduler else []
            cost = measure([*command, *more], course, environment)
    else:
        nbgrader = str(Path(sys.executable).parent / "nbgrader")
        prepare(course, submissions, lesson, stock=way.startswith("stock"))
        measure([nbgrader, "generate_assignment", lesson.name], course, environment)
        cost = measure([nbgrader, "autograde", lesson.name], course, environment)
    with contextlib.closing(Gradebook(f"sqlite:///{course}/gradebook.db", "write-the-transformer")) as gradebook:
        return cost, {
            f"{one.student.id} {grade.cell.name}": grade.auto_score
            for one in gradebook.assignment_submissions(lesson.name)
            for notebook in one.notebooks
            for grade in notebook.grades
        }


@contextlib.contextmanager
def cluster(way: str) -> Iterator[str]:
    """The address of the Dask scheduler that this way of grading asks for."""
    if not way.startswith("dask"):
        yield ""
        return
    from dask.distributed import LocalCluster

    workers = {"dask-one": 1, "dask-two": 2}[way]
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as here:
        yield here.scheduler_address


def prepare(course: Path, submissions: Path, lesson: Lesson, stock: bool) -> None:
    shutil.copytree(solution_path(lesson).parent, course / "solutions" / lesson.name)
    if stock:
        (course / "nbgrader_config.py").write_text(STOCK)
    else:
        shutil.copy(ROOT / "nbgrader_config.py", course)
    for path in submissions.iterdir():
        place = course / "submitted" / path.stem / lesson.name / f"{lesson.name}.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copyfile(path, place)


def line(way: str, costs: dict[str, Cost], count: int) -> str:
    cost = costs[way]
    ratios = ", ".join(f"{one} {costs[one].cpu / cost.cpu:.1f}" for one in costs if one.startswith("stock"))
    return f"{way:18}{cost.cpu:9.1f}{cost.cpu / count:8.2f}{cost.wall:9.1f}{cost.memory:7.0f}  {ratios}"


def compare(one: dict[str, float], other: dict[str, float], who: str) -> None:
    different = [name for name in one.keys() | other.keys() if abs(one.get(name, -1) - other.get(name, -1)) > 1e-3]
    if different:
        shown = ", ".join(f"{name} ({one.get(name)}, {other.get(name)})" for name in sorted(different)[:5])
        sys.exit(f"{len(different)} marks of {who} differ: {shown}")


if __name__ == "__main__":
    main()
