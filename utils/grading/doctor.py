"""What this system gives to confine answers: `course doctor`, and why grading refuses."""

import contextlib
import sys
from collections.abc import Iterable

from utils.grading.probe import CONTROLS
from utils.grading.sandbox import TRUST


def advice(missing: Iterable[str]) -> str:
    """Why nothing is graded here, and what to do."""
    return (
        f"Answers cannot be confined here; missing: {', '.join(missing)}. `course doctor` tells more. On Linux install "
        '`pip install --editable ".[grading]"`; to grade without protection, use `course grade --trust-students` '
        f"or set {TRUST}=1."
    )


def report() -> tuple[str, bool]:
    """A line for each sandbox and control, and whether one sandbox gives them all."""
    from utils.grading.faults import GraderFault, Lost
    from utils.grading.nursery import CAN_FORK, Nursery
    from utils.grading.sandbox import BUBBLEWRAP, SANDLOCK

    if not CAN_FORK:
        return f"{sys.platform}: answers are graded with the same marks, but without isolation: --trust-students", False
    lines, well = [], False
    for backend in (SANDLOCK, BUBBLEWRAP):
        missing, why = sorted(CONTROLS), "does not start here"
        with contextlib.ExitStack() as stack:
            try:
                nursery = Nursery(backend)
                stack.callback(nursery.close)
                missing = nursery.missing()
                why = "misses a control" if missing else "gives every control"
            except (GraderFault, Lost, OSError) as error:
                why = f"does not start here ({error})"
        lines.append(f"{backend}: {why}")
        lines += [f"  {'no ' if one in missing else 'yes'}  {one}: {text}" for one, text in CONTROLS.items()]
        well |= not missing
    lines.append("Grading is protected." if well else "Grading refuses, unless --trust-students is given.")
    return "\n".join(lines), well
