"""Where things are in a checkout of the course."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = ROOT / "solutions"
NOTEBOOKS = ROOT / "notebooks"
CHECKS = ROOT / "tests" / "checks"
BANK = ROOT / "tests" / "bank"


def home() -> Path:
    """The folder of the learner's own state: $COURSE_HOME, or `.course` in the checkout."""
    return Path(os.environ.get("COURSE_HOME") or ROOT / ".course")
