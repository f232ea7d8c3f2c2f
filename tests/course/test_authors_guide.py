"""docs/authors.md, followed to the letter in a copy of the course: the exercise that it adds is built and judged."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from utils.paths import ROOT

GUIDE = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
BLOCK = r"\n\n```python\n(.*?)```"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", "_build", ".course", "my_transformer", ".*_cache")


def follow(course: Path) -> None:
    """Do what the guide says to do with files."""
    for name, line, text in re.findall(rf"In `([^`]+)`, above `([^`]+)`, add:{BLOCK}", GUIDE, re.DOTALL):
        path = course / name
        before, after = path.read_text(encoding="utf-8").split(f"{line}\n")
        path.write_text(f"{before}{text}{line}\n{after}", encoding="utf-8")
    for name, text in re.findall(rf"At the end of `([^`]+)`, add:{BLOCK}", GUIDE, re.DOTALL):
        with (course / name).open("a", encoding="utf-8") as file:
            file.write(text)
    for name, text in re.findall(rf"Write `([^`]+)`:{BLOCK}", GUIDE, re.DOTALL):
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text, encoding="utf-8")


@pytest.mark.slow
def test_an_exercise_is_added_as_the_guide_says(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(ROOT, course, ignore=LEFT_OUT)
    follow(course)
    (commands,) = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    (shown,) = re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    environment = {**os.environ, "PYTHONPATH": str(course), "COURSE_HOME": str(tmp_path / "home"), "PYTHONUTF8": "1"}
    ended = []
    for line in commands.splitlines():
        program, *arguments = shlex.split(line)
        command = [Path(sys.executable).parent / program, *arguments]
        done = subprocess.run(
            command, cwd=course, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
        )
        ended.append(done)
    build, bank, check = ended
    assert build.returncode == 0, build.stderr
    assert "pairwise_distance" in (course / "notebooks" / "00_start_here" / "00_start_here.ipynb").read_text(
        encoding="utf-8"
    )
    assert "4 passed" in bank.stdout, bank.stdout
    assert check.stdout == shown
    assert check.returncode == 1
    assert subprocess.run([Path(sys.executable).parent / "ruff", "check", "-q", course]).returncode == 0
