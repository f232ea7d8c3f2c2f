"""A class is graded once: what was judged stays judged, whatever kills the run, and regrading shows what it changes."""

import gc
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from nbformat import NotebookNode

from utils.checking.verdict import ERROR, NOT_YET, PASSED, ExerciseResult
from utils.errors import CourseError
from utils.grading import results
from utils.grading.grade_class import grade_class
from utils.grading.judges import judge_task
from utils.grading.recorder import Recorder
from utils.grading.results import Key, ResultLog, cells_that_count, keys_of
from utils.lesson import exercise, find_lesson
from utils.paths import ROOT

WRONG = "def softmax(x, dim=-1):\n    return x"
KILLS = int(os.environ.get("COURSE_KILLS", "1"))
"""At how many random moments the run is killed; a number of 20 takes some minutes."""


class Fake:
    """Judges without processes: an exercise is right when its word stands in the cells, else told the message."""

    def __init__(self, words: dict[str, str], message: str = ""):
        self.words, self.message, self.asked = words, message, 0

    def judge_all(self, cells: list[str], names: list[str]) -> list[ExerciseResult]:
        return [self._judge(cells, name) for name in names]

    def _judge(self, cells: list[str], name: str) -> ExerciseResult:
        self.asked += 1
        right = self.words.get(name, "return") in "".join(cells)
        most = exercise(name).points
        return ExerciseResult(
            name, PASSED if right else NOT_YET, most * right, most, message="" if right else self.message
        )

    def refusal(self) -> str:
        return ""

    def run(self, tasks):
        return ((place, judge_task(task, self)) for place, task in enumerate(tasks))

    def close(self) -> None:
        pass


@pytest.fixture
def two(submission, tmp_path):
    """The folder of a class of two."""
    submission("00").right().save(tmp_path / "class" / "ada.ipynb")
    submission("00").right().answer(softmax=WRONG).save(tmp_path / "class" / "grace.ipynb")
    return tmp_path / "class"


def marks_in(course: Path) -> list[tuple]:
    """Every mark of a gradebook."""
    with sqlite3.connect(course / "gradebook.db") as database:
        return database.execute(
            "select a.student_id, c.name, g.auto_score, g.needs_manual_grade from grade g "
            "join base_cell c on c.id = g.cell_id join submitted_notebook n on n.id = g.notebook_id "
            "join submitted_assignment a on a.id = n.assignment_id order by 1, 2"
        ).fetchall()


def test_only_what_changed_is_judged_again(two, submission, tmp_path):
    judges = Fake({"softmax": "exp"})
    lesson = submission("00").lesson
    first = grade_class(two, lesson, tmp_path / "graded", lambda tasks: judges)
    assert (first.judged, judges.asked) == (2, 4), "the answers that they share are judged once"
    assert {one.student: one.points["softmax"] for one in first.marks} == {"ada": 2.0, "grace": 0.0}
    again = grade_class(two, lesson, tmp_path / "graded", lambda tasks: pytest.fail("nothing is to be judged"))
    assert again.marks == first.marks
    submission("00").right().answer(softmax=WRONG + ".exp()").save(two / "grace.ipynb")
    changed = grade_class(two, lesson, tmp_path / "graded", lambda tasks: judges)
    assert (changed.judged, judges.asked) == (1, 5)
    assert {one.student: one.points["softmax"] for one in changed.marks} == {"ada": 2.0, "grace": 2.0}


@pytest.mark.parametrize(("message", "wrong"), [("", 1), ("Your code raised ValueError: no (line 2: return x).", 2)])
def test_answers_that_say_the_same_are_judged_once(submission, tmp_path, message, wrong):
    right = submission("00").right().cell("softmax").source
    answers = {"ada": right, "ann": right + "  # mine", "grace": WRONG, "joan": "\n" + WRONG, "kate": "\n" + WRONG}
    for name, answer in answers.items():
        submission("00").right().answer(softmax=answer).save(tmp_path / "class" / f"{name}.ipynb")
    judges = Fake({"softmax": "exp"}, message)
    outcome = grade_class(tmp_path / "class", submission("00").lesson, tmp_path / "graded", lambda tasks: judges)
    assert {one.student: one.points["softmax"] for one in outcome.marks} == {
        "ada": 2.0, "ann": 2.0, "grace": 0.0, "joan": 0.0, "kate": 0.0,
    }  # fmt: skip
    assert judges.asked == 2 + 1 + wrong, (
        "two other exercises, the right answer, and the wrong one or both of its texts"
    )


def test_a_file_that_changes_meanwhile_gets_no_mark(two, submission, tmp_path):
    class Slow(Fake):
        def run(self, tasks):
            answers = list(super().run(tasks))
            submission("00").right().save(two / "grace.ipynb")
            return iter(answers)

    lesson = submission("00").lesson
    outcome = grade_class(two, lesson, tmp_path / "graded", lambda tasks: Slow({"softmax": "exp"}))
    problems = {one.student: one.problem for one in outcome.marks}
    assert problems["ada"] == ""
    assert "the file changed while the class was graded" in problems["grace"]
    again = grade_class(two, lesson, tmp_path / "graded", lambda tasks: Fake({"softmax": "exp"}))
    assert {one.student: one.points["softmax"] for one in again.marks} == {"ada": 2.0, "grace": 2.0}


def test_nothing_of_a_recorded_notebook_stays_in_memory(submission, tmp_path, monkeypatch):
    for number in range(4):
        submission("00").right().save(tmp_path / "class" / f"student{number}.ipynb")
    record, kept = Recorder.record, []

    def counted(recorder, student, content):
        record(recorder, student, content)
        gc.collect()
        kept.append(sum(isinstance(one, NotebookNode) for one in gc.get_objects()))

    monkeypatch.setattr(Recorder, "record", counted)
    judges = Fake({"softmax": "exp"})
    grade_class(tmp_path / "class", submission("00").lesson, tmp_path / "graded", lambda tasks: judges)
    assert kept[1] == kept[3]


def test_a_changed_check_shows_the_differences_first(two, submission, tmp_path, monkeypatch):
    lesson, shown = submission("00").lesson, []
    grade_class(two, lesson, tmp_path / "graded", lambda tasks: Fake({"softmax": "exp"}))
    before = marks_in(tmp_path / "graded")
    monkeypatch.setattr(results, "judging", lambda name: "another version of the checks")
    stricter = Fake({"softmax": "no answer has this"})
    declined = grade_class(two, lesson, tmp_path / "graded", lambda tasks: stricter, lambda lines: shown.extend(lines))
    assert shown == ["ada: softmax 2 → 0"]
    assert marks_in(tmp_path / "graded") == before
    assert {one.student: one.points["softmax"] for one in declined.marks} == {"ada": 2.0, "grace": 0.0}
    agreed = grade_class(two, lesson, tmp_path / "graded", lambda tasks: stricter, lambda lines: True)
    assert {one.student: one.points["softmax"] for one in agreed.marks} == {"ada": 0.0, "grace": 0.0}


def test_a_fault_of_the_grader_is_not_kept(two, submission, tmp_path):
    class Broken(Fake):
        def _judge(self, cells, name):
            return ExerciseResult(name, ERROR, 0.0, 1.0, message="The judge ended.")

    lesson = submission("00").lesson
    outcome = grade_class(two, lesson, tmp_path / "graded", lambda tasks: Broken({}))
    assert {one.problem for one in outcome.marks} == {"Not graded: The judge ended."}
    assert marks_in(tmp_path / "graded") == []
    assert all(not one.problem for one in grade_class(two, lesson, tmp_path / "graded", lambda tasks: Fake({})).marks)


def test_it_is_said_once_that_nothing_was_graded(two, submission, tmp_path):
    class Broken(Fake):
        def _judge(self, cells, name):
            return ExerciseResult(name, ERROR, 0.0, 1.0, message="Not judged: the judging process ended.")

    outcome = grade_class(two, submission("00").lesson, tmp_path / "graded", lambda tasks: Broken({}))
    assert {one.problem for one in outcome.marks} == {"Not graded: the judging process ended."}


def test_each_lesson_has_a_table_of_its_own(submission, tmp_path):
    for number in ("00", "01"):
        submission(number).right().save(tmp_path / number / "ada.ipynb")
        grade_class(tmp_path / number, find_lesson(number), tmp_path / "graded", lambda tasks: Fake({}))
    tables = sorted((tmp_path / "graded").glob("*.csv"))
    assert [path.name for path in tables] == ["grades-00_start_here.csv", "grades-01_embeddings.csv"]
    assert "softmax" in tables[0].read_text()


def test_a_refusal_writes_nothing(two, submission, tmp_path):
    class Refusing(Fake):
        def refusal(self):
            return "Answers cannot be confined here."

    with pytest.raises(CourseError, match="cannot be confined"):
        grade_class(two, submission("00").lesson, tmp_path / "graded", lambda tasks: Refusing({}))
    assert not (tmp_path / "graded").exists()


def test_a_half_made_gradebook_is_made_anew(two, submission, tmp_path):
    """As a killed run leaves it: SQLite would roll the old journal back into the new file."""
    half = tmp_path / "graded" / ".making"
    half.mkdir(parents=True)
    code = (
        "import os, sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('pragma cache_size = 1');"
        "d.execute('create table a (b)'); d.executemany('insert into a values (?)', [('x' * 5000,)] * 50); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, half / "gradebook.db"], check=True)
    assert (half / "gradebook.db-journal").exists()
    outcome = grade_class(two, submission("00").lesson, tmp_path / "graded", lambda tasks: Fake({}))
    assert [one.problem for one in outcome.marks] == ["", ""]
    assert not half.exists()


ONE, TWO = Key("right one", "said one", "one"), Key("right two", "said two", "two")
RIGHT = ExerciseResult("softmax", PASSED, 2.0, 2.0)
NOT_RIGHT = ExerciseResult("softmax", NOT_YET, 0.0, 2.0, message="The result is not right.")


def test_a_torn_last_line_is_as_if_not_there(tmp_path):
    path = tmp_path / "results.jsonl"
    ResultLog(path).add(ONE, RIGHT)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole + whole[:length])
        log = ResultLog(path)
        log.add(TWO, RIGHT)
        assert ResultLog(path).get(ONE) == ResultLog(path).get(TWO) == RIGHT
    path.write_bytes(b"\x00\xff{]\n[1]\n3\n" + whole)
    assert ResultLog(path).get(ONE) == RIGHT


@pytest.mark.parametrize(
    ("result", "serves"),
    [
        (RIGHT, ["itself", "on other lines", "with other helpers"]),
        (NOT_RIGHT, ["itself", "on other lines"]),
        (replace(RIGHT, with_own=["masked_mean"]), ["itself", "on other lines"]),
        (replace(NOT_RIGHT, message="Your code raised ValueError: no (line 3: return x)."), ["itself"]),
    ],
    ids=["right", "wrong", "right with the submission's own helper", "a line is quoted"],
)
def test_whom_a_verdict_serves(result, serves, tmp_path):
    log = ResultLog(tmp_path / "results.jsonl")
    log.add(ONE, result)
    others = {
        "itself": ONE,
        "on other lines": replace(ONE, whole="other lines"),
        "with other helpers": Key(ONE.right, "other helpers", "other lines"),
        "another answer": TWO,
    }
    assert [name for name, key in others.items() if log.get(key) == result] == serves
    assert [name for name, key in others.items() if key in log] == serves


def test_the_key_is_that_of_all_that_a_verdict_rests_on():
    def key(*cells: str, name: str = "softmax") -> Key:
        return keys_of([*cells], [name])[name]

    answer = "def softmax(x, dim=-1):\n    return exp(x)"
    same = key(answer)
    assert same == key("note = 1", "def masked_mean(x, mask):\n    return x", answer, "print('done')")
    others = [key(answer + " + 1"), key("exp = 1", answer), key(answer, "from math import *")]
    others += [key(answer, name="masked_mean"), key("softmax.cache = 1", answer), key(answer.replace("-1", "-1.0"))]
    others += [key("from math import exp", answer), key("import math as exp", answer)]
    others += [key("from math import exp", "exp = 1", "from math import exp", answer)]
    for kind in ("right", "said", "whole"):
        assert len({getattr(one, kind) for one in (same, *others)}) == len(others) + 1
    broken = [key("def softmax(x:"), key("def softmax(:"), key("\n" + answer)]
    assert len({one.whole for one in (same, *broken)}) == 4


def test_layout_comments_and_repeated_imports_say_nothing():
    def told(*cells: str, name: str = "softmax") -> Key:
        return keys_of([*cells], [name])[name]

    def key(*cells: str) -> str:
        return told(*cells).right

    answer = "import torch\ndef softmax(x, dim=-1):\n    return torch.exp(x)"
    laid_out = "import torch\n\n\ndef softmax(\n    x, dim = -1\n):  # mine\n    return (torch.exp(x))"
    assert key(answer) == key(laid_out) == key("import torch", answer) == key(answer, "import torch")
    helper = "def pairwise_dot(a, b):\n    return {}"
    using = answer.replace("torch.exp(x)", "pairwise_dot(x, x)")
    assert key(helper.format("1"), using) == key(helper.format("2"), using), "another exercise's name is the course's"
    assert told(helper.format("1"), using).said == told(helper.format("1") + "  # mine", using).said
    assert told(helper.format("1"), using).said != told(helper.format("2"), using).said
    own = using.replace("pairwise_dot", "mine")
    assert key(helper.format("1").replace("pairwise_dot", "mine"), own) != key("mine = 3", own)


def test_a_nest_too_deep_to_be_told_is_compared_by_its_text():
    deep = "def softmax(x, dim=-1):\n    return x" + " + 1" * 3_000
    assert keys_of([deep], ["softmax"])["softmax"] != keys_of([deep + " + 1"], ["softmax"])["softmax"]


def test_only_the_last_copy_of_a_check_cell_is_left_out():
    code = [("a", "softmax"), ("b", "check-softmax"), ("c", "check-other"), ("check('softmax')", "check-softmax")]
    assert cells_that_count(code, ["check-softmax"]) == ["a", "b", "c"]


def grading(folder: Path, to: Path) -> list[str]:
    code = "import sys; from utils.cli import main; sys.exit(main())"
    return [sys.executable, "-c", code, "grade", str(folder), "--lesson", "00", "--to", str(to)]


@pytest.mark.slow
def test_killed_at_any_moment_the_next_run_completes(submission, tmp_path):
    """kill -9 at random moments of a run: in the end the gradebook is that of an undisturbed run."""
    for number in range(6):
        made = submission("00").right()
        made.answer(**({"softmax": WRONG} if number % 2 else {}))
        for name in ("pairwise_dot", "softmax", "masked_mean"):
            made.cell(name).source += f"\n{name}.student = {number}"  # none is judged for two
        made.save(tmp_path / "class" / f"student{number}.ipynb")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    start = time.monotonic()
    subprocess.run(grading(tmp_path / "class", tmp_path / "undisturbed"), check=True, **quiet)
    whole = time.monotonic() - start
    chance = random.Random(os.urandom(8))
    for number in range(KILLS):
        to = tmp_path / f"killed{number}"
        process = subprocess.Popen(grading(tmp_path / "class", to), **quiet)
        time.sleep(chance.uniform(0, whole))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        done = subprocess.run(grading(tmp_path / "class", to), **quiet)
        assert done.returncode == 0, done.stderr
        assert marks_in(to) == marks_in(tmp_path / "undisturbed")
        lines = (to / "results.jsonl").read_text().splitlines()
        keys = [line["key"] for line in map(json.loads, lines) if "result" in line]
        assert len(keys) == len(set(keys)) == 18


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
@pytest.mark.parametrize("there", [".", "submitted"])
def test_ctrl_c_stops_and_the_same_command_goes_on(two, tmp_path, there):
    """Whatever of nbgrader's folders is there when it comes: the judges run, or nbgrader's own steps do."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        grading(two, tmp_path / "graded"), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not (tmp_path / "graded" / there).exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, "the same command goes on" in error) == (130, True), error
    assert "Traceback" not in error
    assert "ada:" not in error
    assert "grace:" not in error
    subprocess.run(grading(two, tmp_path / "graded"), env=environment, check=True, capture_output=True)
    assert len(marks_in(tmp_path / "graded")) == 6
