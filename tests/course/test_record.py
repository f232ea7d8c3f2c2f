"""The learner's record outlives crashes, and says in one sentence when it cannot be read."""

import sqlite3
import subprocess
import sys

import pytest

from utils.checking.verdict import NOT_RUN, NOT_YET, PASSED, UNFILLED, ExerciseResult
from utils.cli import main
from utils.paths import ROOT
from utils.record import FORMAT, next_hint, record, standing, standings

BEFORE_HINTS = (
    "create table attempts (at text, exercise text, status text, points real, max_points real, misconception text)"
)
WRITER = """
from utils.checking.verdict import ExerciseResult
from utils.record import record
for number in range(1, 100_000):
    record(ExerciseResult("softmax", "not yet", 0.5, 2.0))
    print(number, flush=True)
"""


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    return tmp_path / "progress.db"


def test_attempts_are_those_with_something_of_ones_own(file):
    record(ExerciseResult("softmax", NOT_RUN, 0.0, 2.0, message="softmax is not defined yet."))
    record(ExerciseResult("softmax", NOT_YET, 0.0, 2.0, message=UNFILLED))
    assert standing("softmax").attempts == 0
    record(ExerciseResult("softmax", NOT_YET, 1.5, 2.0))
    record(ExerciseResult("softmax", PASSED, 2.0, 2.0))
    record(ExerciseResult("softmax", NOT_YET, 0.0, 2.0))
    assert standing("softmax").attempts == 3
    assert standing("softmax").points == 2.0
    assert standing("softmax").passed


def test_killed_while_writing_nothing_is_lost(file):
    for kill in range(1, 4):
        writer = subprocess.Popen([sys.executable, "-c", WRITER], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(20 + kill):
            said = int(writer.stdout.readline())
        writer.kill()
        said = int((writer.communicate()[0].splitlines() or [said])[-1])
        kept = standing("softmax").attempts
        assert said <= kept <= said + 1
        with sqlite3.connect(file) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        database.close()
        file.unlink()


def test_a_file_from_before_hints_is_brought_up_to_date(file):
    with sqlite3.connect(file) as database:
        database.execute(BEFORE_HINTS)
        database.execute("insert into attempts values (datetime(), 'softmax', 'passed', 2, 2, null)")
    database.close()
    assert next_hint("softmax", 3) == 1
    assert (standing("softmax").passed, standing("softmax").hints) == (True, 1)


def damaged(file):
    file.write_bytes(b"not a database, " * 300)


def newer(file):
    with sqlite3.connect(file) as database:
        database.execute(f"pragma user_version = {FORMAT + 1}")
    database.close()


@pytest.mark.parametrize(("spoil", "sentence"), [(damaged, "is damaged: move it away"), (newer, "by a newer version")])
def test_one_sentence_for_a_file_that_cannot_be_read(file, spoil, sentence, capsys):
    spoil(file)
    before = file.read_bytes()
    assert main(["progress"]) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert len(error.strip().splitlines()) == 1
    record(ExerciseResult("softmax", PASSED, 2.0, 2.0))  # a check goes on all the same
    assert sentence in capsys.readouterr().out
    assert file.read_bytes() == before


def test_a_file_cut_short_is_not_taken_for_an_empty_one(file):
    next_hint("softmax", 3)
    with sqlite3.connect(file) as database:
        database.executemany("insert into hints values (datetime(), 'softmax', ?)", [(1,)] * 500)
    database.close()
    file.write_bytes(file.read_bytes()[:5000])
    assert main(["progress"]) == 2


def test_nothing_yet_writes_nothing(file):
    assert standings() == {}
    assert not file.exists()
