"""The one exception that the course raises for a user's mistake."""


class CourseError(Exception):
    """A user's mistake; its text is one sentence that says what was wrong and what to do."""
