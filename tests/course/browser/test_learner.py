"""A learner's first quarter of an hour in lesson 02, in a real browser."""

import pytest
from playwright.sync_api import expect

from utils.checking.verdict import PASSED, ExerciseResult
from utils.lesson import find_lesson
from utils.pieces import folder
from utils.record import record

WRONG = "def attention_scores(q, k):\n    return q @ q.transpose(-2, -1)"
RIGHT = "def attention_scores(q, k):\n    return q @ k.transpose(-2, -1)"
MISTAKE = "Your code compares the queries with themselves."


class Notebook:
    """The open notebook, as a person handles it."""

    def __init__(self, page):
        self.page = page

    def cell(self, text: str):
        return self.page.locator(".jp-Notebook .jp-CodeCell", has_text=text).first

    def write(self, cell, source: str):
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)

    def run(self, cell):
        """Run it and wait until it is done; what it shows."""
        before = cell.locator(".jp-InputPrompt").inner_text()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        done = cell.locator(".jp-InputPrompt", has_text="[").filter(has_not_text="*").filter(has_not_text=before)
        expect(done).to_be_visible()
        return cell.locator(".jp-Cell-outputArea")

    def add_below(self, source: str):
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        self.write(self.page.locator(".jp-Cell.jp-mod-active"), source)
        return self.cell(source)


@pytest.fixture
def lesson_02(lab, page, tmp_path, monkeypatch):
    """`course lab` of a learner who has passed lessons 00 and 01."""
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    for lesson in ("00", "01"):
        for one in find_lesson(lesson).exercises:
            record(ExerciseResult(one.name, PASSED, one.points, one.points))
    page.goto(lab())
    expect(page.get_by_role("heading", name="02 · Single-head attention")).to_be_visible()
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible()
    return Notebook(page)


@pytest.mark.slow
def test_a_mistake_is_named_and_mended_and_progress_outlives_the_kernel(lesson_02, page):
    imports, answer = lesson_02.cell("from utils import bring, check"), lesson_02.cell("def attention_scores(q, k)")
    checked = lesson_02.cell('check("attention_scores")')
    assert page.get_by_role("menuitem", name="Nbgrader").count() == 0

    lesson_02.run(imports)
    lesson_02.write(answer, WRONG)
    lesson_02.run(answer)
    card = lesson_02.run(checked)
    expect(card).to_contain_text("attention_scores: not yet · 0")
    expect(card).to_contain_text(MISTAKE)

    lesson_02.write(answer, RIGHT)
    lesson_02.run(answer)
    expect(lesson_02.run(checked)).to_contain_text("attention_scores: passed · 1 of 1 point")

    page.get_by_role("menuitem", name="Kernel").click()
    page.locator(".lm-Menu-itemLabel", has_text="Restart Kernel and Clear Outputs of All Cells…").click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(checked.locator(".jp-InputPrompt")).to_have_text("[ ]:")  # cleared when the new kernel is there
    asked = lesson_02.add_below("from utils import progress; progress()")
    expect(lesson_02.run(asked)).to_contain_text("02 · Single-head attention: 1 of 9 exercises, 1 of 16 points")
    expect(asked.locator(".jp-InputPrompt")).to_have_text("[1]:")
    expect(asked.get_by_role("row", name="✓ attention_scores 1 of 1 2")).to_be_visible()
    assert folder().joinpath("attention_scores.py").exists()

    page.get_by_role("button", name="Validate").click()
    said = page.locator(".jp-Dialog", has_text="Validation Results")
    expect(said).to_contain_text("project_qkv: not yet · 0 of 1 point")
    expect(said).to_contain_text("Not filled in yet")
    expect(said).not_to_contain_text("attention_scores")
