"""Make a submission's structure that of the released notebook again, before nbgrader looks at it."""

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook, Notebook
from nbgrader.preprocessors import NbGraderPreprocessor

from utils.lesson.build import METADATA


class RestoreCells(NbGraderPreprocessor):
    """Copied, deleted, retyped or stripped cells never cost a mark, win one or stop the run.

    Of cells with the same grade_id the last keeps it; unknown ids and tags are dropped; missing check cells come back; what
    nbgrader notes about a cell is again what was released. nbgrader's own OverwriteCells, which runs next, then restores
    locked text and points.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        place = resources["nbgrader"]
        with Gradebook(place["db_url"]) as gradebook:
            released = gradebook.find_notebook(place["notebook"], place["assignment"])
            notes = _notes(released)
            _keep_last(nb, notes)
            _put_back(nb, released, notes)
        _clear_metadata(nb)
        return nb, resources


def _notes(released: Notebook) -> dict[str, dict]:
    """What nbgrader noted about each cell when it was released, by grade_id."""
    points = {cell.name: cell.max_score for cell in released.grade_cells}
    to_fill_in = {cell.name for cell in released.solution_cells}
    return {
        cell.name: {
            "grade": cell.name in points,
            "grade_id": cell.name,
            "locked": cell.name not in to_fill_in,
            "schema_version": 3,
            "solution": cell.name in to_fill_in,
            "task": False,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            **({"points": points[cell.name]} if cell.name in points else {}),
        }
        for cell in released.source_cells
    }


def _keep_last(nb: NotebookNode, notes: dict[str, dict]) -> None:
    seen = set()
    for cell in reversed(nb.cells):
        grader = cell.metadata.pop("nbgrader", None)
        name = grader.get("grade_id") if isinstance(grader, dict) else None
        if isinstance(name, str) and name not in seen and name in notes and notes[name]["cell_type"] == cell.cell_type:
            seen.add(name)
            cell.metadata["nbgrader"] = notes[name]


def _clear_metadata(nb: NotebookNode) -> None:
    """What pages are made of besides cells is the course's: languages, titles, widgets, tags."""
    nb.metadata = from_dict(METADATA)
    for cell in nb.cells:
        cell.metadata = from_dict({"nbgrader": cell.metadata["nbgrader"]} if "nbgrader" in cell.metadata else {})


def _put_back(nb: NotebookNode, released: Notebook, notes: dict[str, dict]) -> None:
    """Insert each missing check cell after the cell that it follows in the released notebook, else at the end."""
    before = None
    for source in released.source_cells:
        places = {
            cell.metadata.nbgrader["grade_id"]: i for i, cell in enumerate(nb.cells) if "nbgrader" in cell.metadata
        }
        if notes[source.name]["grade"] and source.name not in places:
            cell = new_code_cell(source.source, metadata={"nbgrader": notes[source.name]})
            nb.cells.insert(places.get(before, len(nb.cells) - 1) + 1, cell)
        before = source.name
