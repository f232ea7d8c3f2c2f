"""The course's own package; a lesson begins with `from utils import check`."""

import importlib
import sys

sys.modules.setdefault("rfc3987_syntax", None)  # jsonschema loads it for one rare format, which takes two seconds

NOTEBOOK = {
    "architecture": "utils.showing.architecture",
    "bring": "utils.pieces",
    "check": "utils.checking.notebook",
    "hint": "utils.showing.hints",
    "progress": "utils.showing.progress",
    "solution": "utils.showing.hints",
}
"""What notebooks import from here, and where it is; loaded when first asked for, so that `course` starts fast."""


def __getattr__(name: str):
    if name not in NOTEBOOK:
        raise AttributeError(f"module 'utils' has no attribute {name!r}")
    return getattr(importlib.import_module(NOTEBOOK[name]), name)
