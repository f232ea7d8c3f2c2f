"""All that nbgrader does to a submission is one transaction: what cannot be graded leaves nothing, and locks nothing."""

import shutil

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from utils.grading import judge_answers
from utils.grading.gradebook import AutogradeAtOnce
from utils.lesson.build import course_config, solution_path
from utils.paths import ROOT


@pytest.fixture
def api(tmp_path, submission, monkeypatch):
    """nbgrader, as formgrader calls it, in a course with lesson 00 released and handed in by two students."""
    monkeypatch.chdir(tmp_path)
    lesson = submission("00").lesson
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(solution_path(lesson).parent, tmp_path / "solutions" / lesson.name)
    for name in ("ada", "grace"):
        submission("00").right("pairwise_dot").save(
            tmp_path / "submitted" / name / lesson.name / f"{lesson.name}.ipynb"
        )
    config = course_config()
    config.merge(Config({"CourseDirectory": {"root": str(tmp_path)}}))
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    assert api.generate_assignment(lesson.name)["success"]
    return api


def test_a_submission_that_cannot_be_graded_leaves_nothing_and_the_next_is_graded(api, submission, monkeypatch):
    lesson = submission("00").lesson.name
    output = judge_answers._output

    def fails_late(result, points):
        if result.exercise == "masked_mean" and api.coursedir.student_id == "ada":
            raise RuntimeError("the judge is gone")
        return output(result, points)

    monkeypatch.setattr(judge_answers, "_output", fails_late)
    assert not api.autograde(lesson, "ada")["success"]
    with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
        assert gradebook.students == []
        gradebook.add_student("alan")  # nothing is locked
    assert api.autograde(lesson, "grace")["success"]
    with Gradebook(api.coursedir.db_url, api.coursedir.course_id) as gradebook:
        assert gradebook.find_submission(lesson, "grace").score == 1
        assert {one.id for one in gradebook.students} == {"alan", "grace"}


def test_formgrader_and_the_command_grade_so(api):
    import nbgrader.apps.api
    import nbgrader.apps.autogradeapp

    assert nbgrader.apps.api.Autograde is nbgrader.apps.autogradeapp.Autograde is AutogradeAtOnce
