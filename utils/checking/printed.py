"""What an answer prints."""

import io

PRINTED = 2_000
"""Characters of the answer's prints that are kept and shown."""
FLOOD = 1_000_000
"""Characters after which printing stops the answer."""


class PrintFlood(Exception):
    """An answer printed more than anyone would read."""


class Printed(io.TextIOBase):
    """Standard output of an answer: keeps the beginning, refuses a flood."""

    def __init__(self):
        self.kept, self.count = "", 0

    def write(self, text: str) -> int:
        self.kept += text[: max(0, PRINTED - len(self.kept))]
        self.count += len(text)
        if self.count > FLOOD:
            self.count = 0
            raise PrintFlood(f"it printed more than {FLOOD:,} characters; take the print out of the loop")
        return len(text)
