"""The course's one setting, under `[tool.course]` in pyproject.toml."""

import tomllib

from utils.errors import CourseError
from utils.paths import ROOT


def graded() -> bool:
    """Whether marks count here: `graded = true`. Then `solution` shows nothing."""
    path = ROOT / "pyproject.toml"
    try:
        value = tomllib.loads(path.read_text(encoding="utf-8"))["tool"]["course"]["graded"]
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError):
        value = None
    if not isinstance(value, bool):
        raise CourseError(f"{path} must hold `graded = true` or `graded = false` under [tool.course].")
    return value
