"""Lessons: read from their source, built into notebooks."""

from utils.lesson.source import Exercise, Lesson, exercise, exercises, find_lesson, lessons

__all__ = ["Exercise", "Lesson", "exercise", "exercises", "find_lesson", "lessons"]
