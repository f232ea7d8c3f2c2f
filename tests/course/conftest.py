"""Submissions made from a lesson's own learner notebook."""

import copy
import re
import shutil
from pathlib import Path

import nbformat
import pytest

from utils.lesson import exercise, find_lesson
from utils.lesson.build import course_config, learner_path, solution_path
from utils.paths import ROOT


class Submission:
    """A learner's notebook, filled in; start with `Submission("00")`."""

    def __init__(self, lesson: str):
        self.lesson = find_lesson(lesson)
        self.notebook = nbformat.read(learner_path(self.lesson), as_version=4)

    def cell(self, cell_id: str):
        return next(cell for cell in self.notebook.cells if cell.id == cell_id)

    def answer(self, **sources: str) -> "Submission":
        """Fill in these exercises with these sources."""
        for name, source in sources.items():
            self.cell(name).source = source
        return self

    def right(self, *names: str) -> "Submission":
        """Fill in these exercises with the solution (all of them when none is named)."""
        for one in self.lesson.exercises:
            if not names or one.name in names:
                self.cell(one.name).source = solution(one.name)
        return self

    def copied(self, name: str) -> "Submission":
        """As JupyterLab's copy and paste of the answer's cell: the same metadata twice."""
        place = self.notebook.cells.index(self.cell(name))
        twin = copy.deepcopy(self.cell(name))
        twin.id = "twin"
        self.notebook.cells.insert(place + 1, twin)
        return self

    def without(self, *cell_ids: str) -> "Submission":
        self.notebook.cells = [cell for cell in self.notebook.cells if cell.id not in cell_ids]
        return self

    def save(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(self.notebook, path)
        return path


def solution(name: str) -> str:
    return re.sub(r"^ *# (BEGIN|END) SOLUTION\n?", "", exercise(name).source, flags=re.MULTILINE)


@pytest.fixture
def submission():
    return Submission


@pytest.fixture
def api(tmp_path, monkeypatch):
    """nbgrader, as formgrader calls it, in a course with lesson 00 released and handed in by two students."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    monkeypatch.chdir(tmp_path)
    answered = Submission("00").right("pairwise_dot")
    lesson = answered.lesson
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(solution_path(lesson).parent, tmp_path / "solutions" / lesson.name)
    for name in ("ada", "grace"):
        answered.save(tmp_path / "submitted" / name / lesson.name / f"{lesson.name}.ipynb")
    config = course_config()
    config.merge(Config({"CourseDirectory": {"root": str(tmp_path)}}))
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    assert api.generate_assignment(lesson.name)["success"]
    return api


@pytest.fixture(scope="session")
def chromium():
    """A running browser; each test makes a context of its own."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def accessibility_faults(chromium):
    """A function: what axe-core finds serious or worse in a page from a file, everything unfolded, light and dark."""
    from axe_playwright_python.sync_playwright import Axe

    def faults(path: Path) -> list[str]:
        found = []
        for scheme in ("light", "dark"):
            context = chromium.new_context(offline=True, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            page.goto(path.as_uri())
            page.add_style_tag(content="* { animation: none !important; transition: none !important; }")
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
            for one in Axe().run(page).response["violations"]:
                if one["impact"] in ("serious", "critical"):
                    found += [f"{scheme}: {one['id']}: {node['html']}" for node in one["nodes"]]
            context.close()
        return found

    return faults
