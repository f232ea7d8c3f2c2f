"""Lessons: read from their source, built into notebooks."""

from utils.lesson.source import HINTS, Exercise, Lesson, exercise, exercises, find_lesson, lesson_of, lessons

__all__ = ["HINTS", "Exercise", "Lesson", "exercise", "exercises", "find_lesson", "lesson_of", "lessons"]
