"""The built notebooks: fresh, without solutions, complete, the same on every build, and they run."""

import re

import nbformat
import pytest

from utils.errors import CourseError
from utils.lesson import exercises, lessons
from utils.lesson.build import (
    METADATA,
    execute_notebook,
    instructor_notebook,
    learner_notebook,
    learner_path,
    solution_path,
)
from utils.lesson.source import read_lesson

LESSONS = [pytest.param(lesson, id=lesson.name) for lesson in lessons()]
SOLUTION = re.compile(r"# BEGIN SOLUTION\n(.*?)# END SOLUTION", re.DOTALL)


def text(notebook) -> str:
    return nbformat.writes(notebook) + "\n"


def without_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


@pytest.mark.parametrize("lesson", LESSONS)
def test_learner_notebook_is_fresh(lesson):
    built, committed = text(learner_notebook(lesson)), learner_path(lesson).read_text(encoding="utf-8")
    assert built == committed, f"stale: run `course build {lesson.name}`"


@pytest.mark.parametrize("lesson", LESSONS)
def test_instructor_notebook_is_fresh_and_executed(lesson):
    committed = nbformat.read(solution_path(lesson), as_version=4)
    code = [cell for cell in committed.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert text(without_outputs(committed)) == text(instructor_notebook(lesson)), (
        f"stale: run `course build {lesson.name}`"
    )


@pytest.mark.parametrize("lesson", LESSONS)
def test_solution_outputs_hold_no_error_and_full_points(lesson):
    committed = nbformat.read(solution_path(lesson), as_version=4)
    for cell in committed.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", cell.source
            assert output.get("name") != "stderr", output.get("text")
        if cell.id.startswith("check-"):
            assert float(cell.outputs[0].data["text/plain"]) == exercises()[cell.id.removeprefix("check-")].points


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_solution_line_reaches_the_learner(lesson):
    learner = nbformat.read(learner_path(lesson), as_version=4)
    assert not any(word in text(learner) for word in ("BEGIN SOLUTION", "END SOLUTION"))
    shown = {line.strip() for cell in learner.cells for line in cell.source.splitlines() if cell.cell_type == "code"}
    for one in lesson.exercises:
        assert SOLUTION.search(one.source), f"{one.name} has no solution"
        for line in "\n".join(SOLUTION.findall(one.source)).splitlines():
            if len(line.strip()) > 30:
                assert line.strip() not in shown, f"{one.name}: {line}"


@pytest.mark.parametrize("lesson", LESSONS)
def test_learner_notebook_opens_clean(lesson):
    learner = nbformat.read(learner_path(lesson), as_version=4)
    nbformat.validate(learner)
    ids = [cell.id for cell in learner.cells]
    assert len(set(ids)) == len(ids)
    assert learner.metadata == METADATA
    assert all(not cell.get("outputs") for cell in learner.cells)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_is_announced_with_its_points(lesson):
    headings = re.findall(
        r"^#+ Exercise [\d.]+ · (\w+) · (\d+) points? · \d+ min · [●○]{3}$",
        "\n".join(cell.source for cell in lesson.cells if cell.cell_type == "markdown"),
        re.MULTILINE,
    )
    assert [(name, float(points)) for name, points in headings] == [(one.name, one.points) for one in lesson.exercises]
    hinted = {cell.metadata["hints"] for cell in lesson.cells if "hints" in cell.metadata}
    assert hinted == {one.name for one in lesson.exercises}
    assert any("quiz" in cell.metadata for cell in lesson.cells)


@pytest.mark.parametrize("lesson", LESSONS[2:3])
@pytest.mark.slow
def test_executing_twice_gives_the_same_bytes(lesson):
    built = []
    for _ in range(2):
        notebook = instructor_notebook(lesson)
        execute_notebook(notebook)
        built.append(text(notebook))
    assert built[0] == built[1]


@pytest.mark.parametrize("lesson", LESSONS[:2] + LESSONS[3:])
@pytest.mark.slow
def test_solution_notebook_executes(lesson):
    execute_notebook(instructor_notebook(lesson))


def test_an_exercise_without_a_check_is_refused(tmp_path):
    path = tmp_path / "07_new.py"
    path.write_text('# %% exercise="alone"\ndef alone():\n    pass\n')
    with pytest.raises(CourseError, match="alone needs one exercise cell and one check cell"):
        read_lesson(path)


def test_two_exercises_of_one_name_are_refused(tmp_path):
    path = tmp_path / "07_new.py"
    path.write_text('# %% exercise="twin"\na = 1\n\n# %% exercise="twin"\nb = 1\n\n# %% check="twin"\ncheck("twin")\n')
    with pytest.raises(CourseError, match='exercise="twin" on two cells'):
        read_lesson(path)


def test_two_cells_with_the_same_text_are_refused(tmp_path):
    path = tmp_path / "07_new.py"
    path.write_text("# %%\nx = 1\n\n# %%\ny = 2\n\n# %%\nx = 1\n")
    with pytest.raises(CourseError, match="has this cell twice"):
        instructor_notebook(read_lesson(path))
