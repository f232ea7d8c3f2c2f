"""A submission consists of files of its own: a link in it could lead to the solutions or to another's work."""

import logging
import os
from collections.abc import Iterable
from pathlib import Path


def remove_links(assignment: str, student: str, notebooks: Iterable[str]) -> None:
    """Remove every symbolic link from the folders of these notebooks; nbgrader calls this before it copies anything."""
    for folder in {Path(one).parent for one in notebooks}:
        for inside, folders, files in os.walk(folder):
            for path in (Path(inside) / name for name in folders + files):
                if path.is_symlink():
                    path.unlink()
                    logging.getLogger("traitlets").warning("Removed a link from a submission: %s", path)
