"""A user's mistake gives one sentence and exit status 2, and nothing half written."""

import json
import subprocess
import sys

import pytest

from utils.cli import main
from utils.lesson import find_lesson
from utils.paths import ROOT

NOTEBOOK = {"cells": [{"cell_type": "code", "source": "x = 1", "metadata": {}}], "metadata": {}, "nbformat": 4}

FILES = {
    "missing.ipynb": (None, "there is no such file"),
    "empty.ipynb": ("", "is empty"),
    "truncated.ipynb": (json.dumps(NOTEBOOK)[:-9], "is not a whole notebook"),
    "prose.ipynb": ("Dear grader,", "is not a whole notebook"),
    "nested.ipynb": ("[" * 100_000, "is not a whole notebook"),
    "list.ipynb": ("[1, 2]", "is not a notebook of format 4"),
    "other.ipynb": (json.dumps(NOTEBOOK), "defines no exercise of this course"),
    "syntax.py": ("def softmax(x:\n    return x", "is not valid Python"),
    "notes.txt": ("def softmax(x): return x", "is neither a notebook (.ipynb) nor a .py file"),
}


@pytest.mark.parametrize("name", FILES)
def test_one_sentence_for_a_bad_file(name, tmp_path, capsys):
    text, sentence = FILES[name]
    if text is not None:
        (tmp_path / name).write_text(text)
    assert main(["check", str(tmp_path / name)]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1


def test_an_answer_that_is_not_python_is_a_wrong_answer(tmp_path, capsys):
    (tmp_path / "a.py").write_text(FILES["syntax.py"][0])
    assert main(["check", str(tmp_path / "a.py"), "--exercise", "softmax", "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["exercises"]
    assert result["status"] == "not yet"
    assert "is not valid Python" in result["message"]
    assert {one["message"] for one in result["checks"]} == {""}


def test_bytes_that_are_not_text(tmp_path, capsys):
    (tmp_path / "a.py").write_bytes(b"\xff\xfe\x00")
    assert main(["check", str(tmp_path / "a.py")]) == 2
    assert "is not UTF-8 text" in capsys.readouterr().err


def test_a_folder_is_not_a_file(tmp_path, capsys):
    assert main(["check", str(tmp_path)]) == 2
    assert "is not a file" in capsys.readouterr().err


def test_unknown_exercise_suggests_the_nearest(tmp_path, capsys):
    assert main(["check", str(tmp_path / "a.py"), "--exercise", "sofmax"]) == 2
    assert "the nearest is 'softmax'" in capsys.readouterr().err


def test_unknown_lesson_names_the_lessons(tmp_path, capsys):
    assert main(["grade", str(tmp_path), "--lesson", "99"]) == 2
    assert "the lessons are 00_start_here" in capsys.readouterr().err


def test_a_lesson_may_be_named_by_its_number_alone():
    assert find_lesson("2") is find_lesson("02")


def test_an_exercise_unlike_any_other_says_where_the_names_are(tmp_path, capsys):
    assert main(["check", str(tmp_path / "a.py"), "--exercise", "nosuch"]) == 2
    assert "`course progress` names them all" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("nowhere", "there is no such folder"),
        ("ada.ipynb", "is a file: name the folder it lies in"),
        ("spring", "is a class's folder: run `nbgrader autograde 00_start_here` in"),
        ("spring/submitted", "belongs to a class's folder: run `nbgrader autograde 00_start_here` in"),
        ("empty", "holds no notebooks"),
    ],
)
def test_what_holds_no_notebooks_is_told_apart(folder, sentence, tmp_path, capsys):
    (tmp_path / "ada.ipynb").write_text(json.dumps(NOTEBOOK))
    (tmp_path / "empty").mkdir()
    (tmp_path / "spring" / "submitted" / "ada").mkdir(parents=True)
    (tmp_path / "spring" / "nbgrader_config.py").touch()
    assert main(["grade", str(tmp_path / folder), "--lesson", "00"]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert not list(tmp_path.rglob("graded"))


def test_marks_of_a_class_are_not_overwritten(submission, tmp_path, capsys):
    submission("00").right().save(tmp_path / "handed in" / "ada.ipynb")
    (tmp_path / "spring").mkdir()
    (tmp_path / "spring" / "nbgrader_config.py").touch()
    assert main(["grade", str(tmp_path / "handed in"), "--lesson", "00", "--to", str(tmp_path / "spring")]) == 2
    assert "run `nbgrader autograde 00_start_here` there" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "spring").iterdir()] == ["nbgrader_config.py"]


def test_nothing_to_grade_writes_nothing(tmp_path, capsys):
    assert main(["grade", str(tmp_path), "--lesson", "00"]) == 2
    assert "holds no notebooks" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_json_has_one_line_for_every_file(tmp_path, capsys):
    (tmp_path / "empty.ipynb").write_text("")
    files = [str(tmp_path / "empty.ipynb"), str(tmp_path / "missing.py")]
    assert main(["check", "--json", *files]) == 2
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["file"] for record in records] == files
    assert all(record["error"] and record["exercises"] == [] for record in records)


@pytest.mark.slow
def test_grading_reports_what_it_cannot_read_and_goes_on(submission, tmp_path, capsys):
    submission("00").right().save(tmp_path / "ada.ipynb")
    (tmp_path / "broken.ipynb").write_text('{"cells": [')
    (tmp_path / "wrong lesson.ipynb").write_text(json.dumps(NOTEBOOK))
    assert main(["grade", str(tmp_path), "--lesson", "00"]) == 2
    printed = capsys.readouterr()
    assert "ada      " in printed.out
    assert printed.out.count("not graded") == 2
    assert "is not a whole notebook" in printed.err
    assert not (tmp_path / "graded" / "submitted" / "broken").exists()


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    """`course progress | head -0`"""
    command = [sys.executable, "-m", "utils.cli", "progress"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1
