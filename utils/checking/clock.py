"""What a process is not to blame for: time limits leave it out, so that a busy machine takes no right answer for an endless loop."""

from collections.abc import Callable


def kept_waiting(process: int) -> Callable[[], float]:
    """Tells how many seconds so far the process was ready to run and others had the processor.

    Where the system does not tell (it is not Linux), none.
    """
    last = 0.0

    def seconds() -> float:
        nonlocal last
        try:
            with open(f"/proc/{process}/schedstat") as told:  # nanoseconds: it ran, it waited to run; and how often
                last = int(told.read().split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            pass  # it has ended, or the system does not tell
        return last

    return seconds
