"""Feedback and formgrader show a submission to people: nothing of it acts there, and no link in it is followed."""

import base64
import logging
from html.parser import HTMLParser

import pytest
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from utils.checking.verdict import ExerciseResult
from utils.grading.grade_class import grade_class
from utils.grading.judges import judge_task
from utils.grading.links import remove_links
from utils.grading.markup import cleaned
from utils.lesson.build import course_config

ACTING = """
<script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg onload=alert(1)><script>alert(1)</script></svg>
<svg><animate onbegin=alert(1) attributeName=x></svg>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="data:text/html,<script>alert(1)</script>"></object>
<embed src="javascript:alert(1)">
<a href="javascript:alert(1)">x</a>
<a href="&#106;avascript:alert(1)">x</a>
<a href="java\tscript:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
[x](javascript:alert(1))
![x](javascript:alert(1))
![x](https://example.edu/who-reads-this.png)
<form action="https://example.edu"><input name=password><button>Log in</button></form>
<style>body { display: none }</style>
<link rel=stylesheet href="https://example.edu/a.css">
<meta http-equiv=refresh content="0; url=https://example.edu">
<base href="https://example.edu/">
<div style="position:fixed; inset:0">x</div>
<div class="nbgrader_cell" id="submission_id"><input class="score" value="100"></div>
<details ontoggle=alert(1) open>x</details>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<template><script>alert(1)</script></template>
```html"><script>alert(1)</script>
x
```
$<script>alert(1)</script>$
""".strip().split("\n")
FORBIDDEN = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "button",
    "link",
    "meta",
    "base",
    "svg",
    "math",
    "template",
]


class Acting(HTMLParser):
    """Collects everything on a page that could act: elements, attributes and addresses."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        told = f"{tag} {attributes}"[:80]
        self.found += [told] * (tag in FORBIDDEN)
        for name, value in attributes:
            address = "".join((value or "").split()).lower()
            acts = name in ("href", "src") and address.startswith(("javascript:", "data:text"))
            self.found += [told] * (name.startswith("on") or acts)


def acting(html: str) -> list[str]:
    return Acting(html).found


def attacking(made):
    """A submission whose every part that pages are made of attacks."""
    attached = {"a.png": {'image/png"><script>alert(1)</script>': base64.b64encode(b"x").decode()}}
    html = new_output("display_data", data={"text/html": ACTING[0], "text/markdown": ACTING[1]})
    cells = [new_markdown_cell(one) for one in ACTING]
    cells += [new_markdown_cell("![x](attachment:a.png)", attachments=attached), new_raw_cell(ACTING[0])]
    cells += [new_code_cell(f"'''{ACTING[0]}'''", outputs=[html])]
    for cell in cells:
        cell.metadata = {"tags": ['"><script>alert(1)</script>'], "transient": {"remove_source": True}}
    made.notebook.cells += cells
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {"x": "</script><script>alert(1)</script>"}}}
    made.notebook.metadata |= {"title": "<script>alert(1)</script>", "widgets": widgets}
    made.notebook.metadata["language_info"] = {"name": "<script>", "pygments_lexer": "html"}
    return made


class Silent:
    """Judges that give nothing."""

    def judge_all(self, cells, names):
        told = {"message": "<script>alert(1)</script>", "printed": ACTING[0]}
        return [ExerciseResult(name, "not yet", 0.0, 1.0, **told) for name in names]

    def refusal(self):
        return ""

    def run(self, tasks):
        return ((place, judge_task(task, self)) for place, task in enumerate(tasks))

    def close(self):
        pass


@pytest.mark.parametrize("text", ACTING)
def test_no_markup_acts(text):
    assert acting(cleaned(text)) == []


def test_harmless_markup_stays():
    for text in ("<details><summary>Hint</summary>x</details>", '<span class="kn">import</span>', "<b>a</b> &lt; b"):
        assert cleaned(text) == text


def test_feedback_and_formgrader_show_only_text_and_pictures(submission, tmp_path):
    submission("00").save(tmp_path / "class" / "ada.ipynb")
    attacking(submission("00")).save(tmp_path / "class" / "mallory.ipynb")
    lesson = submission("00").lesson
    outcome = grade_class(tmp_path / "class", lesson, tmp_path / "graded", lambda tasks: Silent())
    assert [one.problem for one in outcome.marks] == ["", ""]
    pages = {}
    for student in ("ada", "mallory"):
        feedback = tmp_path / "graded" / "feedback" / student / lesson.name / f"{lesson.name}.html"
        autograded = tmp_path / "graded" / "autograded" / student / lesson.name / f"{lesson.name}.ipynb"
        pages[student] = [feedback.read_text(encoding="utf-8"), formgrader_page(autograded)]
    for honest, hostile in zip(pages["ada"], pages["mallory"]):
        assert acting(hostile) == acting(honest)
        assert "alert(1)" in hostile  # as text


def formgrader_page(path) -> str:
    """As formgrader makes it of an autograded notebook."""
    config = Config({"HTMLExporter": {"template_name": "formgrade"}})
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    config.merge(course_config())
    return HTMLExporter(config=config).from_filename(str(path), resources={"index": 0, "total": 1})[0]


def test_links_are_removed_before_nbgrader_copies(tmp_path, caplog):
    secret = tmp_path / "secret"
    (secret / "inside").mkdir(parents=True)
    (secret / "solution.ipynb").write_text("secret")
    mine = tmp_path / "submitted" / "mallory" / "00"
    (mine / "data").mkdir(parents=True)
    (mine / "own.txt").write_text("own")
    (mine / "00.ipynb").symlink_to(secret / "solution.ipynb")
    (mine / "data" / "b").symlink_to(secret / "inside", target_is_directory=True)
    with caplog.at_level(logging.WARNING):
        remove_links(assignment="00", student="*", notebooks=[str(mine / "00.ipynb")])
    assert sorted(one.name for one in mine.rglob("*")) == ["data", "own.txt"]
    assert (secret / "solution.ipynb").read_text() == "secret"
    assert (secret / "inside").exists()
    assert caplog.text.count("Removed a link") == 2
