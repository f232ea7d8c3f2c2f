"""All that nbgrader does to a submission is one transaction: what cannot be graded leaves nothing, and locks nothing."""

from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import text

from utils.grading import judge_answers
from utils.grading.gradebook import INDEXES, AutogradeAtOnce, OneTransaction


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


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"Dear grader", "is not a whole notebook"), (b"{}", "it has no list of cells"), (b"\xff", "is not UTF-8 text")],
)
def test_a_file_that_is_no_notebook_is_one_sentence(content, sentence, api):
    (name,) = (path.name for path in Path(api.coursedir.root, "submitted", "ada").iterdir())
    Path(api.coursedir.root, "submitted", "ada", name, f"{name}.ipynb").write_bytes(content)
    outcome = api.autograde(name, "ada")
    assert not outcome["success"]
    assert sentence in outcome["log"]
    assert "Traceback" not in outcome["log"]


def test_a_gradebook_that_nbgrader_made_gets_the_indexes_that_find_one_submission(api):
    place = api.coursedir.db_url, api.coursedir.course_id
    with Gradebook(*place) as gradebook:
        for index in INDEXES:
            index.drop(gradebook.engine)
    gradebook = OneTransaction(*place)
    plan = gradebook.db.execute(text("EXPLAIN QUERY PLAN SELECT * FROM grade WHERE notebook_id = 'n'")).all()
    gradebook.shut()
    assert "USING INDEX ix_grade_notebook" in plan[0][-1]
