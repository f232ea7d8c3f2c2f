"""The proof of the checks can fail: it sees a hole, a flaky check and a wrong bank; and it holds as things are."""

import contextlib
import json
import shutil

import pytest

from utils.checking import failing as checking_failing
from utils.checking import judge
from utils.checking.checks import checks_of
from utils.checking.failing import FAILING, HOLDS, marks
from utils.checking.mistakes import sentence
from utils.checking.mutants import mutants
from utils.cli import main
from utils.lesson import exercise, exercises
from utils.proving import bank, failing, report, seeds
from utils.proving.page import page
from utils.proving.report import equivalents, prove
from utils.proving.seeds import proven, try_seeds, try_up_to

QUICK = ("pairwise_dot", "masked_mean", "attention_parameters")
EARLY = [one.name for one in exercises().values() if one.lesson < "02" and one.name not in QUICK]
"""Proven here; those of the later lessons by `course bank --report` (see benchmarks/RESULTS.md)."""


def test_mutants_change_one_thing_each():
    source = "def f(q, k, mask=None):\n    return (q @ k.transpose(-2, -1)).detach() / g(q.shape[-1], 2)"
    made = [one.source.splitlines()[-1].strip() for one in mutants(source)]
    for line in (
        "return (q * k.transpose(-2, -1)).detach() / g(q.shape[-1], 2)",
        "return (k @ k.transpose(-2, -1)).detach() / g(q.shape[-1], 2)",
        "return (q @ k.transpose(-3, -1)).detach() / g(q.shape[-1], 2)",
        "return (q @ k).detach() / g(q.shape[-1], 2)",
        "return q @ k.transpose(-2, -1) / g(q.shape[-1], 2)",
        "return (q @ k.transpose(-2, -1)).detach()",
        "return (q @ k.transpose(-2, -1)).detach() / g(2, q.shape[-1])",
        "return (q @ k.transpose(-2, -1)).detach() / g(q.shape[-1], 3)",
    ):
        assert line in made
    assert len(made) == len(set(made))


def test_a_mutant_says_what_it_changed():
    (one,) = [one for one in mutants("def f(x):\n    'Words.'\n    return x + 1") if "x - 1" in one.diff]
    assert one.diff == "- return x + 1\n+ return x - 1"


@pytest.mark.parametrize("name", QUICK)
def test_the_proof_holds(name):
    proof = prove(exercise(name), seed=1)
    assert proof.holds, (proof.survivors, proof.stale, proof.problems)
    assert proof.killed > 10


@pytest.mark.slow
@pytest.mark.parametrize("name", EARLY)
def test_the_proof_holds_for_the_first_lessons(name):
    proof = prove(exercise(name), seed=1)
    assert proof.holds, (proof.survivors, proof.stale, proof.problems)


def test_a_hole_in_the_checks_is_seen(monkeypatch):
    monkeypatch.setattr(judge, "checks_of", lambda name: checks_of(name)[:1])
    proof = prove(exercise("masked_mean"), seed=1)
    assert proof.survivors
    assert any("is accepted" in problem for problem in proof.problems)
    assert proof.refused < proof.wrong


def test_an_explanation_that_explains_nothing_is_seen(monkeypatch, tmp_path):
    diff = "- return 1\n+ return 2"
    (tmp_path / "equivalent.json").write_text(json.dumps({"pairwise_dot": {"for no reason": [diff]}}))
    monkeypatch.setattr(report, "EQUIVALENT", tmp_path / "equivalent.json")
    assert prove(exercise("pairwise_dot"), seed=1).stale == [diff]


def test_every_explanation_belongs_to_an_exercise():
    for name in json.loads(report.EQUIVALENT.read_text(encoding="utf-8")):
        assert name in exercises()
        assert all(equivalents(name).values())


def test_the_table_of_failing_checks_is_whole():
    for name in exercises():
        assert marks(name).keys() == {path.stem for path in bank.entries("wrong", name)}, (
            f"course bank --failing {name}"
        )
        for of_mistake in marks(name).values():
            assert list(of_mistake) == [one.name for one in checks_of(name)], f"course bank --failing {name}"


def test_the_table_of_failing_checks_is_true(monkeypatch, tmp_path):
    monkeypatch.setattr(failing, "FAILING", tmp_path / "failing.json")
    failing.write_failing([exercise("pairwise_dot")], seed=3)
    written = json.loads((tmp_path / "failing.json").read_text(encoding="utf-8"))
    assert written["pairwise_dot"] == json.loads(FAILING.read_text(encoding="utf-8"))["pairwise_dot"]


def test_a_wrong_table_of_failing_checks_is_seen(monkeypatch):
    wrong = {name: dict.fromkeys(one, HOLDS) for name, one in marks("pairwise_dot").items()}
    monkeypatch.setattr(checking_failing, "marks", lambda name: wrong)
    assert any("course bank --failing pairwise_dot" in one for one in prove(exercise("pairwise_dot"), seed=1).problems)


def test_seeds_make_no_difference():
    for name in QUICK:
        assert try_seeds(name, range(5)).problems == []


@pytest.fixture
def flaky(monkeypatch):
    """masked_mean has a check that holds half of the time."""
    import torch

    def lucky(student):
        """Half of the time."""
        assert torch.rand(()) < 0.5

    checks = checks_of("masked_mean")
    both = [checks[0], type(checks[0])("test_lucky", "masked_mean", lucky, 1, None)]
    monkeypatch.setattr(judge, "checks_of", lambda name: both)


@pytest.fixture
def record(monkeypatch, tmp_path):
    """Where it is written down with how many seeds the checks are proven."""
    monkeypatch.setattr(seeds, "RECORD", tmp_path / "seeds.json")
    return tmp_path / "seeds.json"


def test_a_flaky_check_is_seen(flaky, record):
    assert try_seeds("masked_mean", range(20)).problems
    (luck,) = try_up_to(20, ["masked_mean"])
    assert luck.problems
    assert {*proven("masked_mean").values()} == {0}


def test_what_is_proven_is_not_proven_again_until_the_checks_change(record, monkeypatch):
    assert [one.seeds for one in try_up_to(3, QUICK)] == [3, 3, 3]
    monkeypatch.setattr(seeds, "try_seeds", lambda *given: pytest.fail(f"{given} again"))
    assert [one.seeds for one in try_up_to(3, QUICK)] == [3, 3, 3]
    monkeypatch.setattr(seeds, "version", lambda name: "another")
    assert {*proven(QUICK[0]).values()} == {0}


@pytest.fixture
def edited(monkeypatch, tmp_path):
    """A right answer to softmax in a copy of the bank, and a function that changes it."""
    for kind in ("right", "wrong"):
        shutil.copytree(bank.BANK / kind / "softmax", tmp_path / kind / "softmax")
    monkeypatch.setattr(bank, "BANK", tmp_path)
    path = bank.entries("right", "softmax")[0]
    return path, lambda: path.write_text(path.read_text(encoding="utf-8") + "\nCHANGED = True\n", encoding="utf-8")


def test_an_answer_that_is_edited_meanwhile_is_not_proven(record, monkeypatch, edited):
    path, edit = edited
    monkeypatch.setattr(seeds, "everywhere", lambda: contextlib.nullcontext(map))
    monkeypatch.setattr(seeds, "try_seeds", lambda *given: (edit(), try_seeds(*given))[1])
    try_up_to(1, ["softmax"])
    assert {one for one, count in proven("softmax").items() if count != 1} == {path}


def test_of_what_is_proven_only_an_answer_that_changes_is_proven_again(record, monkeypatch, edited):
    changed, edit = edited
    try_up_to(2, ["softmax"])
    edit()
    assert {path for path, count in proven("softmax").items() if count != 2} == {changed}
    tried = []
    monkeypatch.setattr(seeds, "everywhere", lambda: contextlib.nullcontext(map))
    monkeypatch.setattr(seeds, "try_seeds", lambda *given: tried.append(given) or try_seeds(*given))
    assert [one.seeds for one in try_up_to(3, ["softmax"])] == [3]
    assert [(given[1], len(given[2])) for given in tried] == [(range(2), 1), (range(2, 3), len(proven("softmax")))]


def test_what_an_answer_says_of_itself_changes_no_proof(record, edited):
    try_up_to(1, ["softmax"])
    path = bank.entries("wrong", "softmax")[0]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"""', '"""In other words: ', 1), encoding="utf-8")
    assert {*proven("softmax").values()} == {1}


def test_every_exercise_has_a_version_of_its_own():
    assert len({seeds.version(name) for name in exercises()}) == len(exercises())


def test_the_version_of_a_proof_is_that_of_its_own_checks(monkeypatch, tmp_path):
    before = {name: seeds.version(name) for name in ("pairwise_dot", "softmax")}
    path = seeds.CHECKS / "test_00_start_here.py"
    changed = path.read_text(encoding="utf-8").replace(
        "def test_large_values(student):", "def test_large_values(student, more=1):"
    )
    (tmp_path / path.name).write_text(changed, encoding="utf-8")
    monkeypatch.setattr(seeds, "CHECKS", tmp_path)
    assert seeds.version("pairwise_dot") == before["pairwise_dot"]
    assert seeds.version("softmax") != before["softmax"]


def test_what_never_ends_is_refused(monkeypatch):
    monkeypatch.setattr(bank, "LIMIT", 0.5)
    endless = bank.Program(["def pairwise_dot(x, y):\n    while True:\n        pass"])
    assert not bank.verdict(endless, "pairwise_dot", seed=1).passed
    every = bank.verdict(endless, "pairwise_dot", seed=1, to_the_end=True)
    assert not every.passed
    assert len(every.runs) == len(checks_of("pairwise_dot"))


def test_page_shows_every_sentence():
    written = page([exercise("pairwise_dot")], seed=1)
    for path in bank.entries("wrong", "pairwise_dot"):
        assert sentence(path).split("`")[0] in written


def test_command(capsys, tmp_path, record):
    assert main(["bank", "--report", "pairwise_dot"]) == 0
    assert "pairwise_dot" in capsys.readouterr().out
    assert main(["bank", "--seeds", "2", "pairwise_dot"]) == 0
    assert main(["bank", "--page", str(tmp_path / "page.html"), "pairwise_dot"]) == 0
    assert "<h3>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert main(["bank", "--report", "pairwise_dott"]) == 2
    assert "pairwise_dot" in capsys.readouterr().err
    assert main(["bank", "--page", str(tmp_path / "none" / "page.html"), "pairwise_dot"]) == 2
    for bad in (["bank"], ["bank", "--seeds", "0"], ["bank", "--seeds", "many"]):
        with pytest.raises(SystemExit) as stop:
            main(bad)
        assert stop.value.code == 2
