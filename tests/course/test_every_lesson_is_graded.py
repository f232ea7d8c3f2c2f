"""Every lesson through nbgrader: full marks for the solutions, and one mistake costs one exercise."""

import pytest

from utils.grading.grade_class import grade_class
from utils.lesson import lessons


@pytest.mark.slow
@pytest.mark.parametrize("lesson", [pytest.param(lesson, id=lesson.name) for lesson in lessons()])
def test_full_marks_and_one_mistake(lesson, submission, tmp_path):
    first = lesson.exercises[0].name
    submission(lesson.name).right().save(tmp_path / "right.ipynb")
    submission(lesson.name).right().answer(**{first: f"def {first}(*given):\n    return None"}).save(
        tmp_path / "slip.ipynb"
    )
    marks = {one.student: one for one in grade_class(tmp_path, lesson, tmp_path / "graded").marks}
    everything = {one.name: one.points for one in lesson.exercises}
    assert marks["right"].points == everything
    assert marks["slip"].points == {**everything, first: 0}
