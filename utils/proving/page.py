"""`course bank --page FILE`: the card of every wrong answer in the bank as a learner sees it, on one page."""

import html
from collections.abc import Iterable
from pathlib import Path

from utils.checking.submission import read_cells
from utils.checking.verdict import ExerciseResult
from utils.checking.worker import judge_here
from utils.lesson import Exercise
from utils.proving.bank import entries
from utils.showing.card import card_html

HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>What a learner sees</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 15px/1.45 system-ui, sans-serif; max-width: 100ch; margin: 2em auto; padding: 0 1em; }
  pre { overflow-x: auto; font-size: 13px; background: rgba(128, 128, 128, .12); padding: 8px 12px; }
  summary { cursor: pointer; }
</style>
<h1>What a learner sees</h1>
"""


def card_of(path: Path, seed: int) -> ExerciseResult:
    """The verdict on a bank entry, diagnosis included."""
    return judge_here({"cells": read_cells(path), "exercise": path.parent.name, "seed": seed})


def page(exercises: Iterable[Exercise], seed: int) -> str:
    """The page as HTML; needs nothing but itself."""
    parts = [HEAD]
    for exercise in exercises:
        parts.append(f"<h2>{html.escape(exercise.name)}</h2>")
        for path in entries("wrong", exercise.name):
            code = html.escape(path.read_text(encoding="utf-8"))
            parts.append(f"<h3>{html.escape(path.stem)}</h3>{card_html(card_of(path, seed))}")
            parts.append(f"<details><summary>the answer</summary><pre>{code}</pre></details>")
    return "\n".join([*parts, "</html>\n"])
