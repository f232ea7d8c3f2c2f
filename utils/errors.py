"""The one exception that the course raises for a user's mistake, and how a notebook says it."""

import functools
from collections.abc import Callable


class CourseError(Exception):
    """A user's mistake; its text is one sentence that says what was wrong and what to do."""


def one_sentence(function: Callable) -> Callable:
    """For functions that notebooks call: a CourseError is printed as its sentence, without a traceback, and gives None."""

    @functools.wraps(function)
    def told(*arguments, **options):
        try:
            return function(*arguments, **options)
        except CourseError as error:
            print(error)
            return None

    return told
