"""The site is built whole, and works in a browser that has no network."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from utils.lesson import lessons
from utils.paths import ROOT

LESSON = "lessons/02_single_head_attention/02_single_head_attention.html"
START = "lessons/00_start_here/00_start_here.html"
DECODING = "lessons/04_encoder_decoder/04_encoder_decoder.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The site, built from a copy of the pages."""
    pytest.importorskip("myst_nb", reason='needs `pip install --editable ".[site]"`')
    pages = tmp_path_factory.mktemp("site") / "course" / "docs"
    ignored = shutil.ignore_patterns("_build", "lessons")
    shutil.copytree(ROOT / "docs", pages, ignore=ignored)
    shutil.copy(ROOT / "README.md", pages.parent)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-D", "repository=owner/name", pages, pages / "html"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "cluster.md" not in line] == []
    return pages / "html"


@pytest.mark.slow
def test_every_lesson_has_a_page_with_its_exercises_and_no_visible_solution(site):
    for lesson in lessons():
        text = (site / "lessons" / lesson.name / f"{lesson.name}.html").read_text(encoding="utf-8")
        assert text.count('<details class="admonition hide above-input">') == len(lesson.exercises)
        assert "BEGIN SOLUTION" not in text
        notebook = f"notebooks/{lesson.name}/{lesson.name}.ipynb"
        assert f"https://colab.research.google.com/github/owner/name/blob/main/{notebook}" in text
        assert f"https://mybinder.org/v2/gh/owner/name/main?labpath={notebook}" in text
        assert (ROOT / notebook).exists()


@pytest.mark.slow
def test_nothing_is_loaded_from_elsewhere(site):
    for path in site.rglob("*.html"):
        loaded = re.findall(r"<(?:script|img|iframe|source)[^>]*? src=\"([^\"]+)\"", path.read_text(encoding="utf-8"))
        loaded += re.findall(r"<link[^>]*? href=\"([^\"]+)\"", path.read_text(encoding="utf-8"))
        assert [one for one in loaded if re.match(r"(https?:)?//", one)] == [], path


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lesson_is_read_without_network(site, chromium, scheme):
    context = chromium.new_context(offline=True, color_scheme=scheme, viewport={"width": 1300, "height": 900})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / LESSON).as_uri())
    page.locator("mjx-container").first.wait_for()
    assert page.locator("mjx-container").count() > 20
    assert page.locator("mjx-merror").count() == 0
    solution = page.locator("details.hide").first
    assert not solution.locator("pre").is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", START, DECODING])
def test_no_serious_accessibility_fault(site, accessibility_faults, name):
    assert accessibility_faults(site / name) == []


@pytest.mark.slow
def test_search_finds_a_lesson_without_network(site, chromium):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_placeholder("Search").first.fill("residual")
    page.get_by_placeholder("Search").first.press("Enter")
    page.get_by_role("link", name="04 · Encoder and decoder").nth(1).wait_for()  # the first is the sidebar's
    context.close()


def test_files_of_binder_and_devcontainer_lead_to_the_course():
    lines = (ROOT / ".binder" / "requirements.txt").read_text().splitlines()
    assert "--editable ." in lines
    (constraint,) = [line.split()[1] for line in lines if line.startswith("--constraint")]
    assert (ROOT / ".binder" / constraint).resolve() == ROOT / ".ci" / "constraints.txt"
    command = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text())["postCreateCommand"]
    assert "--editable ." in command
    assert "--constraint .ci/constraints.txt" in command
