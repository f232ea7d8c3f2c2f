"""Make a submission's structure that of the released notebook again, before nbgrader looks at it."""

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.api import Gradebook, Notebook
from nbgrader.preprocessors import NbGraderPreprocessor


class RestoreCells(NbGraderPreprocessor):
    """Copied, deleted, retyped or stripped cells never cost a mark, win one or stop the run.

    Of cells with the same grade_id the last keeps it; unknown ids and tags are dropped; missing check cells come back.
    nbgrader's own OverwriteCells, which runs next, then restores locked text and points.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        place = resources["nbgrader"]
        with Gradebook(place["db_url"]) as gradebook:
            released = gradebook.find_notebook(place["notebook"], place["assignment"])
            types = {cell.name: cell.cell_type for cell in released.source_cells}
            _keep_last(nb, types)
            _put_back(nb, released)
        return nb, resources


def _keep_last(nb: NotebookNode, types: dict[str, str]) -> None:
    seen = set()
    for cell in reversed(nb.cells):
        cell.metadata.pop("tags", None)
        grader = cell.metadata.get("nbgrader")
        name = grader.get("grade_id") if isinstance(grader, dict) else None
        if name in seen or types.get(name) != cell.cell_type:
            cell.metadata.pop("nbgrader", None)
        else:
            seen.add(name)


def _put_back(nb: NotebookNode, released: Notebook) -> None:
    """Insert each missing check cell after the cell that it follows in the released notebook, else at the end."""
    grades = {cell.name: cell for cell in released.grade_cells}
    before = None
    for source in released.source_cells:
        places = {
            cell.metadata.nbgrader["grade_id"]: i for i, cell in enumerate(nb.cells) if "nbgrader" in cell.metadata
        }
        if source.name in grades and source.name not in places:
            grader = {
                "grade": True,
                "grade_id": source.name,
                "locked": True,
                "points": grades[source.name].max_score,
                "schema_version": 3,
                "solution": False,
                "task": False,
                "cell_type": source.cell_type,
                "checksum": source.checksum,
            }
            cell = new_code_cell(source.source, metadata={"nbgrader": grader})
            nb.cells.insert(places.get(before, len(nb.cells) - 1) + 1, cell)
        before = source.name
