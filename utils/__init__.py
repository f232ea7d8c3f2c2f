"""The course's own package; a lesson begins with `from utils import check`."""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # jsonschema loads it for one rare format, which takes two seconds


def __getattr__(name: str):
    """Load the notebook's few functions when they are first asked for, so that `course` starts fast."""
    if name == "check":
        from utils.checking.notebook import check

        return check
    if name == "bring":
        from utils.pieces import bring

        return bring
    if name == "progress":
        from utils.showing.progress import Progress

        return Progress
    raise AttributeError(f"module 'utils' has no attribute {name!r}")
