"""`course report`: right numbers, no verdict without ground, and nothing of a student's that a browser or a spreadsheet runs."""

import csv
import json
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from utils.checking.submission import judge_file
from utils.checking.verdict import NOT_RUN, NOT_YET, PASSED, UNFILLED, CheckResult, ExerciseResult, FileResult
from utils.checking.worker import why
from utils.cli import main
from utils.grading.doctor import TRUST
from utils.lesson import find_lesson
from utils.paths import BANK
from utils.reporting import sources
from utils.reporting.anonymous import anonymous
from utils.reporting.cohort import Cohort, Person, Submission
from utils.reporting.page import page
from utils.reporting.similarity import near_identical, published
from utils.reporting.sources import definitions, read_class, student_of
from utils.reporting.statistics import (
    check_statistics,
    exercise_statistics,
    histogram,
    in_need,
    mistakes,
    point_biserial,
)
from utils.reporting.tables import canvas_table, moodle_table, students_table, write_csv

LESSON = find_lesson("00")
HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"


def result(name: str, *holds: bool, **more) -> ExerciseResult:
    """A verdict on exercise `name` of lesson 00, with a check for each of `holds`, all worth the same."""
    worth = next(one.points for one in LESSON.exercises if one.name == name) / len(holds)
    checks = [
        CheckResult(f"test_{i}", f"Sentence {i}.", PASSED if held else NOT_YET, worth * held, worth)
        for i, held in enumerate(holds)
    ]
    status = PASSED if all(holds) else NOT_YET
    return ExerciseResult(name, status, worth * sum(holds), worth * len(holds), checks=checks, **more)


def handed_in(student: str, *results: ExerciseResult, **answers: str) -> Submission:
    return Submission(student, {one.exercise: one for one in results}, answers, {one.exercise: 1 for one in results})


def cohort(*submissions: Submission, **people: Person) -> Cohort:
    return Cohort(LESSON, {one.student: one for one in submissions}, people)


def record(file: str, *results: ExerciseResult) -> str:
    exercises = [{**vars(one), "checks": [vars(check) for check in one.checks]} for one in results]
    return json.dumps({"file": file, "points": 0, "max_points": 0, "exercises": exercises})


def rows_of(table: Path) -> dict[str, dict[str, str]]:
    """The rows of a table of students."""
    with table.open(newline="", encoding="utf-8") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_discrimination_is_the_formula_of_the_page():
    holds = [1.0] * 7 + [0.0] * 5
    rest = [9, 8, 7, 8, 6, 9, 4, 5, 3, 6, 2, 4]
    mean1, mean0, mean = sum(rest[:7]) / 7, sum(rest[7:]) / 5, sum(rest) / 12
    deviation = (sum((one - mean) ** 2 for one in rest) / 12) ** 0.5
    expected = (mean1 - mean0) / deviation * (7 / 12 * 5 / 12) ** 0.5
    assert point_biserial(holds, rest) == pytest.approx(expected)


def test_a_check_is_compared_with_the_rest_of_the_points_alone():
    """Were its own points in the sum, a check without any relation would correlate with itself."""
    students = [
        handed_in(f"s{i}", result("pairwise_dot", i % 2 == 0), result("softmax", i // 2 % 2 == 0)) for i in range(12)
    ]
    assert [one.discrimination for one in check_statistics(cohort(*students))] == pytest.approx([0.0, 0.0])


def test_no_discrimination_for_few_students():
    students = [handed_in(f"s{i}", result("pairwise_dot", i > 2), result("softmax", i > 3)) for i in range(9)]
    (first, second) = check_statistics(cohort(*students))
    assert (first.held, first.of, first.discrimination) == (6, 9, None)
    assert second.difficulty == pytest.approx(5 / 9)


def test_rates_and_marks():
    unfilled = replace(result("pairwise_dot", False), message=UNFILLED)
    students = [
        handed_in("all", result("pairwise_dot", True), result("softmax", True), result("masked_mean", True)),
        handed_in("half", result("pairwise_dot", True), result("softmax", True, False)),
        handed_in("none", unfilled),
        Submission("broken", problem="broken.ipynb is empty"),
    ]
    first, second, _ = exercise_statistics(cohort(*students))
    assert (first.tried, first.passed, first.of, first.attempts) == (2, 2, 3, None)
    assert (second.tried, second.passed, second.mean_points) == (2, 1, pytest.approx(1.0))
    assert [count for _, count in histogram(cohort(*students))] == [1, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert [one.student for one in in_need(cohort(*students, absent=Person()))] == ["absent", "broken", "none", "half"]


def test_a_class_of_which_nothing_could_be_judged_has_a_report():
    assert "could not be judged" in page(cohort(Submission("a", problem="a.ipynb is empty")))


def test_records_give_attempts_and_the_last_verdict(tmp_path, capsys):
    wrong, right = result("softmax", True, False, misconception="max_of_all"), result("softmax", True, True)
    later = replace(result("pairwise_dot", True), status=NOT_RUN)
    lines = [record("week/ada.ipynb", wrong), record("week\\ada.ipynb", wrong), record("ada.ipynb", right, later)]
    (tmp_path / "log.jsonl").write_text("\n".join([*lines, record("grace.ipynb", wrong)]))
    assert main(["report", str(tmp_path / "log.jsonl"), "--lesson", "00", "--to", str(tmp_path / "r.html")]) == 0
    rows = rows_of(tmp_path / "r.csv")
    assert (rows["ada"]["softmax"], rows["ada"]["attempts"]) == ("2.0", "3")
    assert (rows["grace"]["softmax"], rows["grace"]["attempts"]) == ("1.0", "1")
    text = (tmp_path / "r.html").read_text()
    assert "max_of_all" in text
    assert "attempts (median)" in text
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_attempts_of_a_student_are_those_of_the_file(tmp_path):
    """However many exercises each of them filled in."""
    lines = [record("ada.ipynb", result("softmax", False), result("pairwise_dot", True))] * 2
    (tmp_path / "log.jsonl").write_text("\n".join(lines))
    assert main(["report", str(tmp_path / "log.jsonl"), "--lesson", "00", "--to", str(tmp_path / "r.html")]) == 0
    assert rows_of(tmp_path / "r.csv")["ada"]["attempts"] == "2"


def failing(name: str, *messages: str, expected: str = "") -> ExerciseResult:
    """A verdict whose checks fail with these messages, the first one by a comparison where `expected` is given."""
    one = result(name, *(False for _ in messages))
    checks = [replace(check, message=message) for check, message in zip(one.checks, messages)]
    return replace(one, checks=[replace(checks[0], expected=expected), *checks[1:]], message=messages[0])


def test_a_time_out_or_an_error_is_not_hidden_behind_another_checks_message():
    hung, _ = why(True, 0, 5.0)
    error = "Your code raised NameError: name 'y' is not defined (line {}: return y)."
    (late, named, wrong) = mistakes(
        cohort(
            handed_in("loop", failing("softmax", "The numbers are wrong.", hung, expected="1")),
            handed_in("name", failing("softmax", error.format(3), "The numbers are wrong.")),
            handed_in("same name", failing("softmax", error.format(4), "The numbers are wrong.")),
            handed_in("sum", failing("softmax", "The numbers are wrong.", "It is not finite.", expected="1")),
        )
    )[::-1]
    found = {one.students[0]: (one.sentence, one.came) for one in (late, named, wrong)}
    assert found == {
        "loop": ("Sentence 1.", "Your code did not finish in 5 seconds."),
        "name": ("Sentence 0.", "Your code raised NameError: name 'y' is not defined."),
        "sum": ("Sentence 0.", ""),
    }


def test_an_answer_that_is_not_python_is_shown(submission, tmp_path):
    broken = "# by Ada\ndef softmax(x:\n    return x"
    text = definitions(submission("00").answer(softmax=broken).save(tmp_path / "ada.ipynb"), LESSON)["softmax"]
    message = "The cell that defines softmax is not valid Python (line 2: def softmax(x:  # by Ada). Look there."
    one = cohort(handed_in("ada", replace(result("softmax", False), message=message, checks=[]), softmax=text))
    shown = page(one)
    assert "The cell is not valid Python." in shown
    assert "def softmax(x:\n" in shown
    assert "is not at hand" not in shown
    hidden = page(anonymous(one))
    assert "These lines are left out" in hidden
    assert "(line 2). Look there." in hidden
    assert "Ada" not in hidden


def test_who_tries_in_vain_needs_help():
    done = [result("masked_mean", True), result("pairwise_dot", True)]
    submission = handed_in("eve", *done, result("softmax", True, False))
    submission.attempts["softmax"] = 4
    one = cohort(submission)
    assert in_need(one) == []
    one.hand_in(handed_in("eve", result("softmax", True, False)))
    assert [(need.student, need.where) for need in in_need(one)] == [("eve", "softmax")]
    one.hand_in(Submission("eve", problem="eve.ipynb is empty"))
    assert one.mark("eve") == 4.0


def test_students_are_named_by_file_or_by_nbgraders_folders():
    assert student_of("submissions/ada.ipynb", LESSON) == "ada"
    assert student_of(f"submitted/ada/{LESSON.name}/{LESSON.name}.ipynb", LESSON) == "ada"
    assert student_of(f"C:\\class\\submitted\\ada\\{LESSON.name}\\{LESSON.name}.ipynb", LESSON) == "ada"


class Tags(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.tags, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}


def test_nothing_of_a_student_becomes_markup():
    hostile = replace(result("softmax", False), misconception=HOSTILE, message=HOSTILE)
    answer = f'def softmax(x):\n    """{HOSTILE}"""\n'
    text = page(
        cohort(
            handed_in(HOSTILE, hostile, softmax=answer),
            handed_in("other", replace(result("pairwise_dot", False), message=HOSTILE), pairwise_dot=answer),
            Submission(f'"{HOSTILE}', problem=HOSTILE),
            **{f"absent{HOSTILE}": Person()},
        )
    )
    found = Tags(text)
    assert not found.tags & {"script", "img", "link", "iframe", "object", "svg"}
    assert not any(name.startswith("on") or name in ("src", "href") for name in found.attributes)
    assert "default-src 'none'" in text
    assert text.count("&lt;script&gt;") >= 6


@pytest.mark.slow
def test_no_serious_accessibility_fault(accessibility_faults, tmp_path):
    wrong = result("softmax", False, misconception="log_softmax", message="Your code …")
    others = [handed_in(f"s{i}", result("pairwise_dot", i > 6), result("softmax", i < 6)) for i in range(12)]
    copies = [handed_in(name, result("masked_mean", True), masked_mean=COPIED) for name in ("ada", "bob")]
    one = cohort(*others, *copies, handed_in("eve", wrong, softmax="def softmax(x): ..."), absent=Person())
    path = tmp_path / "report.html"
    path.write_text(page(one), encoding="utf-8")
    assert accessibility_faults(path) == []


def test_no_cell_is_a_formula(tmp_path):
    bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
    with write_csv(tmp_path / "a.csv", [bad, [-1.5, "ada", None]]).open(newline="", encoding="utf-8") as file:
        first, second = csv.reader(file)
    assert first == [f"'{one}" for one in bad]
    assert second == ["-1.5", "ada", ""]


def test_tables_of_canvas_and_moodle():
    ada = Person("Ada", "Lovelace", "ada@example.org", "4711", mark=4.25, penalty=0.5)
    right = [result(one.name, True) for one in LESSON.exercises]
    one = cohort(handed_in("ada", *right), Submission("broken", problem="is empty"), ada=ada, absent=Person())
    assert canvas_table(one) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "00 · Start here"],
        ["Points Possible", None, None, None, None, 5.0],
        ["Lovelace, Ada", "4711", None, "ada", None, 4.25],
    ]
    assert moodle_table(one)[1:] == [["ada", "Ada", "Lovelace", "4711", "ada@example.org", 4.25]]
    assert [row[0] for row in students_table(one)[1:]] == ["ada", "broken", "absent"]


COPIED = """def masked_mean(x, mask):
    total = torch.zeros(x.shape[0], x.shape[-1], dtype=x.dtype)
    how_many = [0] * x.shape[0]
    for row_number in range(x.shape[0]):
        for position, keep in enumerate(mask[row_number].tolist()):
            if keep:
                how_many[row_number] += 1
                total[row_number] = total[row_number] + x[row_number, position]
    return torch.stack([total[i] / n if n else total[i] for i, n in enumerate(how_many)])
"""


def test_copies_are_pointed_to_even_under_other_names(submission):
    renamed = COPIED
    for name, other in (("total", "acc"), ("how_many", "c"), ("row_number", "b"), ("position", "t"), ("keep", "m")):
        renamed = re.sub(rf"\b{name}\b", other, renamed)
    done = result("masked_mean", True)
    answers = {"ada": COPIED, "bob": f"{COPIED}\n# mine\n", "eve": renamed, "own": solution_of(submission)}
    pairs = near_identical(cohort(*(handed_in(name, done, masked_mean=text) for name, text in answers.items())))
    assert {(one.first, one.second, one.kind.split()[-1]) for one in pairs} == {
        ("ada", "bob", "code"),
        ("ada", "eve", "names"),
        ("bob", "eve", "names"),
    }


def solution_of(submission) -> str:
    return submission("00").right().cell("masked_mean").source


def test_answers_that_are_the_solution_are_listed_where_it_is_long_enough(submission):
    right = submission("00").right()
    same = "# mine\n" + right.cell("softmax").source.replace(" = ", "=")
    short = right.cell("pairwise_dot").source
    done = [result("softmax", True), result("pairwise_dot", True)]
    one = cohort(
        handed_in("ada", *done, softmax=same, pairwise_dot=short),
        handed_in("bob", *done, softmax=same.replace("dim", "side"), pairwise_dot=short),
        handed_in("eve", *done, softmax="def softmax(x:", pairwise_dot=short),
    )
    assert published(one) == {"pairwise_dot": None, "softmax": ["ada"], "masked_mean": []}
    shown = page(one)
    assert "<code>softmax</code>: 1 of 3 · ada" in shown
    assert "Left out: pairwise_dot." in shown
    assert [len(names or ()) for names in published(anonymous(one)).values()] == [0, 1, 0]


def test_who_is_not_in_the_list_of_students_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sources, "judge_file", lambda *_, **__: FileResult("", 0, 0, []))
    for name in ("ada", "aad"):
        (tmp_path / "submitted" / name / LESSON.name).mkdir(parents=True)
    (tmp_path / "students.csv").write_text("id\nada\n")
    said = []
    one = read_class([tmp_path], LESSON, lambda: None, said.append)
    assert one.unlisted == ["aad"]
    assert said[0].endswith("students.csv: aad")
    assert "Not in students.csv: aad." in page(one)
    assert "Not in students.csv: student " in page(anonymous(one))
    assert {row[0]: row[-1] for row in students_table(one)[1:]} == {"ada": "", "aad": "not in students.csv"}
    (tmp_path / "students.csv").write_text("id,group\nada,1\n")
    assert read_class([tmp_path], LESSON, lambda: None, said.append).unlisted == []
    assert "Not compared with the list of students" in said[-3]


def test_what_is_known_or_common_is_no_copy(submission):
    """The solution, the bank's answers, the stub, and what many write alike."""
    done = result("masked_mean", True)
    bank = [path.read_text() for path in sorted(BANK.glob("*/masked_mean/*.py"))]
    stub = submission("00").cell("masked_mean").source
    texts = [text for text in (solution_of(submission), stub, *bank) for _ in range(2)]
    students = [handed_in(f"s{i}", done, masked_mean=text) for i, text in enumerate(texts)]
    crowd = [handed_in(f"crowd{i}", done, masked_mean=COPIED) for i in range(20)]
    deep = [handed_in(f"deep{i}", done, masked_mean=f"def masked_mean():\n    {'1+' * 2000}1") for i in range(2)]
    everyone = cohort(*students, *crowd, *deep)
    assert near_identical(everyone) == []
    assert near_identical(anonymous(everyone)) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_a_link_is_not_followed(submission, tmp_path, monkeypatch):
    """Neither a notebook nor a folder that leads to another student's work."""
    judged = []
    monkeypatch.setattr(sources, "judge_file", lambda path, *_, **__: judged.append(path) or FileResult("", 0, 0, []))
    own = tmp_path / "submitted" / "ada" / LESSON.name
    submission("00").right().save(own / f"{LESSON.name}.ipynb")
    (tmp_path / "submitted" / "bob").symlink_to(own.parent)
    (tmp_path / "submitted" / "eve" / LESSON.name).mkdir(parents=True)
    (tmp_path / "submitted" / "eve" / LESSON.name / f"{LESSON.name}.ipynb").symlink_to(own / f"{LESSON.name}.ipynb")
    found = read_class([tmp_path], LESSON, lambda: None, lambda line: None).submissions
    assert judged == [own / f"{LESSON.name}.ipynb"]
    assert "is a link" in found["bob"].problem
    assert "is a link" in found["eve"].problem


BAD_RECORDS = ["{", "[1]", '{"file": "a"}', record("a", replace(result("softmax", True), points=9)), "[" * 100_000]


@pytest.mark.parametrize("line", BAD_RECORDS, ids=range(len(BAD_RECORDS)))
def test_one_sentence_for_a_bad_record(line, tmp_path, capsys):
    (tmp_path / "log.jsonl").write_text(f"{record('ada.ipynb', result('softmax', True))}\n{line}\n")
    assert main(["report", str(tmp_path / "log.jsonl"), "--lesson", "00", "--to", str(tmp_path / "r.html")]) == 2
    error = capsys.readouterr().err
    assert "line 2, is not a record" in error
    assert len(error.strip().splitlines()) == 1
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "is neither a folder"),
        ([""], "holds nothing of 00_start_here"),
        (["", "--to", "page.pdf"], "is not an .html file"),
        (["", "--to", "nowhere/page.html"], "nowhere is not a folder"),
    ],
)
def test_one_sentence_for_bad_arguments(arguments, sentence, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(tmp_path / arguments[0]), *arguments[1:], "--lesson", "00"]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_gradebook_is_one_sentence(tmp_path, capsys):
    (tmp_path / "submitted").mkdir()
    (tmp_path / "gradebook.db").write_text("not a database, but long enough to be looked at" * 10)
    assert main(["report", str(tmp_path), "--lesson", "00", "--to", str(tmp_path / "r.html")]) == 2
    assert "is it nbgrader's gradebook?" in capsys.readouterr().err


@pytest.mark.slow
def test_a_folder_of_notebooks_is_judged(submission, tmp_path, worker, monkeypatch):
    monkeypatch.setenv(TRUST, "1")
    wrong = (BANK / "wrong" / "softmax" / "log_softmax.py").read_text()
    comment = "    # written by Grace\n    return"
    submission("00").right().save(tmp_path / "ada.ipynb")
    submission("00").right("pairwise_dot").answer(softmax=wrong.replace("    return", comment)).save(
        tmp_path / "grace.ipynb"
    )
    (tmp_path / "Linus Torvalds.ipynb").write_text('{"cells": [')
    to = tmp_path / "out" / "r.html"
    to.parent.mkdir()
    arguments = ["report", str(tmp_path), "--lesson", "00", "--to", str(to)]
    assert main(arguments) == 0
    rows = rows_of(to.with_suffix(".csv"))
    direct = judge_file(tmp_path / "grace.ipynb", worker, lesson=LESSON)
    assert float(rows["grace"]["points"]) == direct.points
    assert rows["ada"]["mark"] == "5.0"
    assert "is not a whole notebook" in rows["Linus Torvalds"]["problem"]
    assert "log_softmax" in to.read_text()
    assert "written by Grace" in to.read_text()

    for path in to.parent.iterdir():
        path.unlink()
    assert main([*arguments, "--anonymous"]) == 0
    assert sorted(path.name for path in to.parent.iterdir()) == ["r-checks.csv", "r.csv", "r.html"]
    for path in to.parent.iterdir():
        assert not re.search("ada|grace|linus", path.read_text(), re.IGNORECASE)
    assert "log_softmax" in to.read_text()
