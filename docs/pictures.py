"""Make the README's pictures with Chromium: `python docs/pictures.py`. A card as a learner sees it, and a lesson's attention map.

Both are what the course shows: the judge's verdict on a wrong answer of the bank, and an output of an executed lesson.
"""

import io
import shutil
from pathlib import Path

import nbformat
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from utils.checking.client import Worker
from utils.checking.submission import read_cells
from utils.lesson import find_lesson
from utils.lesson.build import solution_path
from utils.paths import BANK
from utils.showing.card import card_html

FOLDER = Path(__file__).parent / "pictures"
COLOURS = {"light": ("#ffffff", "#1f2328"), "dark": ("#0d1117", "#e6edf3")}
"""Paper and ink of GitHub's two themes."""
COLOURS_KEPT = 64
PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0;background:{paper};color:{ink};font:14px/1.5 sans-serif">
<div id="picture" style="display:inline-block;padding:8px;max-width:620px">{inside}</div>"""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    pictures = {"card": card(), "attention": attention()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, inside in pictures.items():
            for scheme in COLOURS:
                photograph(browser, inside, scheme, FOLDER / f"{name}-{scheme}.png")
        browser.close()


def card() -> str:
    """The card of a softmax that takes its maximum from the whole tensor."""
    worker = Worker()
    answer = read_cells(BANK / "wrong" / "softmax" / "global_maximum.py")
    html = card_html(worker.judge(answer, "softmax", seed=0))
    worker.close()
    return html


def attention() -> str:
    """What a published translator looks at while it runs on a learner's attention, from lesson 06."""
    notebook = nbformat.read(solution_path(find_lesson("06")), as_version=4)
    (cell,) = [one for one in notebook.cells if "translator.align(" in one.source and "attention_map(" in one.source]
    return next(output.data["text/html"] for output in cell.outputs if "text/html" in output.get("data", {}))


def photograph(browser: Browser, inside: str, scheme: str, path: Path) -> None:
    paper, ink = COLOURS[scheme]
    page = browser.new_page(device_scale_factor=1.5, color_scheme=scheme, viewport={"width": 900, "height": 700})
    page.set_content(PAGE.format(paper=paper, ink=ink, inside=inside))
    picture = Image.open(io.BytesIO(page.locator("#picture").screenshot()))
    picture.convert("RGB").quantize(COLOURS_KEPT).save(path, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
