"""`course reset`: begin again, and lose nothing."""

import shutil
from datetime import datetime
from pathlib import Path

from utils.lesson import Lesson, lessons
from utils.lesson.build import learner_notebook, learner_path, write
from utils.paths import home
from utils.pieces import folder


def reset(chosen: list[Lesson]) -> Path:
    """Give lessons their untouched notebooks back, and forget the pieces passed in them; all of them when none is chosen.

    Returns the folder that everything was moved to.
    """
    backup = home() / "backups" / datetime.now().strftime("%Y-%m-%d_%H-%M-%S-%f")
    backup.mkdir(parents=True)
    for lesson in chosen or lessons():
        _move(learner_path(lesson), backup)
        write(learner_notebook(lesson), learner_path(lesson))
        for one in lesson.exercises:
            _move(folder() / f"{one.name}.py", backup / "my_transformer")
    if not chosen:
        _move(home() / "progress.db", backup)
    return backup


def _move(path: Path, to: Path) -> None:
    if path.exists():
        to.mkdir(parents=True, exist_ok=True)
        shutil.move(path, to / path.name)
