"""`course new-class`: a folder in which nbgrader's own commands run, and which follows the course."""

import csv
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Application, PyFileConfigLoader

from utils.cli import main
from utils.grading.doctor import TRUST
from utils.grading.new_class import new_class
from utils.lesson import lessons
from utils.lesson.build import learner_path
from utils.paths import ROOT

STUDENTS = "id,first_name,last_name,email,lms_user_id\nada,Ada,Lovelace,ada@example.org,4711\nalan,Alan,Turing,,\n"


def nbgrader(course: Path, *arguments: str) -> str:
    """The outcome of one of nbgrader's own commands, run in the class's folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [Path(sys.executable).parent / "nbgrader", *arguments]
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A class without students."""
    return new_class(tmp_path_factory.mktemp("classes") / "spring", None)


def python_of_the_guide(section: str) -> list[str]:
    """The Python that docs/instructors.md shows under this heading."""
    text = (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", text.split(f"\n## {section}\n")[1].split("\n## ")[0], re.DOTALL)


def late_policies() -> list[str]:
    return python_of_the_guide("Late work")


@pytest.mark.parametrize(
    ("policy", "penalty"), [*zip(late_policies(), [3.0, 0.6], strict=True)], ids=["zero", "by day"]
)
def test_a_late_policy_of_the_guide_is_read_and_works(policy, penalty, course, tmp_path):
    (tmp_path / "nbgrader_config.py").write_text((course / "nbgrader_config.py").read_text() + policy)
    settings = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
    step = AssignLatePenalties(parent=Application(config=settings))
    step.init_plugin()
    assert step.plugin_inst.late_submission_penalty("ada", 3.0, 100_000) == pytest.approx(penalty)


def test_who_has_more_time_in_the_guide_is_not_late(course, tmp_path):
    (tmp_path / "nbgrader_config.py").write_text((course / "nbgrader_config.py").read_text() + late_policies()[1])
    settings = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
    policy = settings.AssignLatePenalties.plugin_class()
    assert policy.late_submission_penalty("grace", 3.0, 100_000) == 0
    assert policy.late_submission_penalty("grace", 3.0, 8 * 86_400) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (0, ["lovelaceada_1001_55001_{}.ipynb", "turingalan_LATE_1002_55002_{}-1.ipynb"]),
        (1, ["Ada Lovelace_991_assignsubmission_file_{}.ipynb", "Alan Turing_992_assignsubmission_file/{}.ipynb"]),
        (1, ["Ada Lovelace_991_assignsubmission_file_/{}.ipynb", "Alan Turing_992_assignsubmission_file/{}.ipynb"]),
    ],
    ids=["Canvas", "Moodle", "Moodle, folders"],
)
def test_downloads_are_collected_and_feedback_goes_back_as_the_guide_says(number, names, submission, tmp_path):
    course = new_class(tmp_path / "spring", None)
    pattern, script = python_of_the_guide("Canvas and Moodle")[number], python_of_the_guide("Canvas and Moodle")[2]
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(pattern)
    lesson = submission("00").lesson.name
    names = [name.format(lesson) for name in names]
    archive = course / "downloaded" / lesson / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "all.zip", "w") as download:
        for name in names:
            download.writestr(name, learner_path(submission("00").lesson).read_text(encoding="utf-8"))
    nbgrader(course, "generate_assignment", lesson)
    nbgrader(course, "zip_collect", lesson)
    students = ["1001", "1002"] if number == 0 else ["Ada Lovelace", "Alan Turing"]
    assert sorted(path.name for path in (course / "submitted").iterdir()) == students

    for student in students:
        page = course / "feedback" / student / lesson / f"{lesson}.html"
        page.parent.mkdir(parents=True)
        page.write_text(student)
    subprocess.run([sys.executable, "-c", script, lesson], cwd=course, check=True, timeout=60)
    with zipfile.ZipFile(course / f"feedback-{lesson}.zip") as pages:
        returned = {name.removeprefix("all/"): pages.read(name).decode() for name in pages.namelist()}
    assert returned == {name.replace(".ipynb", ".html"): student for name, student in zip(names, students)}


@pytest.mark.slow
def test_nbgrader_grades_a_late_student_in_a_new_class(submission, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(TRUST, "1")
    (tmp_path / "list.csv").write_text(STUDENTS)
    course = tmp_path / "spring-2027"
    assert main(["new-class", str(course), "--students", str(tmp_path / "list.csv")]) == 0
    assert "Next, run there: nbgrader generate_assignment 00_start_here" in capsys.readouterr().out
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(late_policies()[1])
    one = submission("00").right("pairwise_dot", "softmax")
    name = one.lesson.name

    nbgrader(course, "generate_assignment", name)
    released = (course / "release" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    assert released == learner_path(one.lesson).read_text(encoding="utf-8")
    nbgrader(course, "db", "assignment", "add", name, "--duedate=2027-03-01 18:00")
    one.save(course / "submitted" / "ada" / name / f"{name}.ipynb")
    (course / "submitted" / "ada" / name / "timestamp.txt").write_text("2027-03-02 12:00:00 UTC")
    nbgrader(course, "autograde", name)
    nbgrader(course, "generate_feedback", name)
    assert (course / "feedback" / "ada" / name / f"{name}.html").exists()

    assert main(["report", str(course), "--lesson", "00", "--to", str(tmp_path / "report.html")]) == 0
    with (tmp_path / "report.csv").open(newline="", encoding="utf-8") as file:
        rows = [[row[key] for key in ("student", "points", "late_penalty", "mark")] for row in csv.DictReader(file)]
    assert rows == [["ada", "3.0", "0.3", "2.7"], ["alan", "", "0.0", ""]]
    assert (tmp_path / "report-canvas.csv").read_text().splitlines()[2:] == ['"Lovelace, Ada",4711,,ada,,2.7']


def test_the_class_follows_the_course(course):
    assert sorted(path.name for path in (course / "source").iterdir()) == [lesson.name for lesson in lessons()]
    assert (course / "source" / lessons()[0].name).samefile(ROOT / "solutions" / lessons()[0].name)
    assert sorted(path.name for path in course.iterdir()) == [
        "feedback",
        "gradebook.db",
        "nbgrader_config.py",
        "source",
        "students.csv",
        "submitted",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name\nada\n", "has the columns name: name them id, first_name"),
        ("", "name them id"),
        ("id,age\nada,3\n", "has the columns id, age"),
        ("id\nada\nada\n", "line 3: 'ada' is no id of its own"),
        ("id\nada\nAda\n", "line 3: 'Ada' is no id of its own"),
        ("id\nAda Lovelace\nAlan  Turing\n", "line 3: 'Alan  Turing' is no id of its own"),
        ("id\n../../etc\n", "line 2: '../../etc' is no id of its own"),
        ("id,email\nada\n", "line 2, has not 2 cells"),
        ("id\nada,x\n", "line 2, has not 1 cells"),
        ("id\nZoë\n".encode("latin-1"), "is not a CSV file in UTF-8"),
        (None, "cannot be read"),
    ],
)
def test_one_sentence_for_a_bad_list_of_students(text, sentence, tmp_path, capsys):
    path = tmp_path / "list.csv"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = sorted(tmp_path.iterdir())
    assert main(["new-class", str(tmp_path / "spring"), "--students", str(path)]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "exists already"),
        ("my class", "use only letters"),
        ("nowhere/spring", "nowhere is not a folder"),
        (str(ROOT / "spring"), "is inside the course's checkout"),
    ],
)
def test_one_sentence_for_a_bad_place(name, sentence, tmp_path, capsys):
    assert main(["new-class", str(tmp_path / name)]) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
