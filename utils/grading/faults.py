"""What can go wrong with an answer in another process: it is lost, it raised something, or the grader itself failed."""

from collections.abc import Mapping
from typing import Any

from utils.checking.student import AnswerRaised

MOST_TEXT = 300


class Lost(BaseException):
    """The child hangs, is gone, or does not keep to the rules; not an Exception, so that no check swallows it."""

    def __init__(self, how: str, detail: str = ""):
        super().__init__(f"{how} {detail}")
        self.how, self.detail = how, detail


class GraderFault(BaseException):
    """The grader's own fault: this exercise cannot be graded."""


class RemoteRaised(AnswerRaised):
    """What the answer raised, told by its process."""

    def __init__(self, told: Mapping[str, Any], exercise: str):
        texts = {key: as_text(told.get(key)) for key in ("kind", "text", "line")}
        self.kind, self.text, self.line = texts["kind"], texts["text"], texts["line"]
        self.unfilled, self.refused = told.get("unfilled") is True, told.get("refused") is True
        bases = told.get("bases")
        self._bases = [one for one in bases if isinstance(one, str)] if isinstance(bases, list) else []
        Exception.__init__(self, f"{exercise} raised {self.kind}: {self.text}")

    def is_a(self, kind: type[BaseException]) -> bool:
        return kind.__name__ in self._bases


def as_text(value: object, most: int = MOST_TEXT) -> str:
    """The beginning of what came, if it is text."""
    return value[:most] if isinstance(value, str) else ""
