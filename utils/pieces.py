"""The learner's own Transformer, piece by piece.

When an exercise passes, its source is kept as `my_transformer/<exercise>.py`; a later failing attempt never touches it.
`bring` gives later lessons the learner's own piece where it passed and the course's where not, and says which. While a
class is graded only the course's are used.
"""

import importlib.util
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from utils.checking.program import Program
from utils.lesson import exercise, exercises
from utils.paths import ROOT


def folder() -> Path:
    """`my_transformer`, in $COURSE_HOME if that is set, else in the checkout."""
    return Path(os.environ.get("COURSE_HOME") or ROOT) / "my_transformer"


def bring(*names: str) -> object:
    """The pieces of these names, a single one or a tuple: the learner's own where they passed, else the course's."""
    pieces = [_own(exercise(name).name) or _course(name) for name in names]
    _say(names, [piece.__module__.startswith("my_transformer.") for piece in pieces])
    return pieces[0] if len(pieces) == 1 else tuple(pieces)


def keep(name: str, program: Program) -> Path:
    """Write the source of a passed answer, whole: a small module that imports the pieces it rests on.

    While nbgrader runs a notebook, which may be another's, nothing is written.
    """
    statements = program.needed(name, given=exercises())
    used = sorted({need for one in statements for need in one.needs} & exercises().keys() - {name})
    lines = [f'"""Your {name}, as it passed."""', ""]
    if used:
        lines += ["from utils.pieces import bring", "", *(f'{one} = bring("{one}")' for one in used), ""]
    lines += [one.text.strip("\n") for one in statements]
    path = folder() / f"{name}.py"
    if os.environ.get("NBGRADER_EXECUTION"):
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8")
    unfinished.replace(path)
    return path


def _own(name: str) -> object | None:
    path = folder() / f"{name}.py"
    if os.environ.get("NBGRADER_EXECUTION") or not path.exists():
        return None
    spec = importlib.util.spec_from_file_location(f"my_transformer.{name}", path)
    module = importlib.util.module_from_spec(spec)
    try:
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return getattr(module, name)
    except Exception as error:
        print(f"{path} does not run ({type(error).__name__}: {error}), so the course's {name} is used.")
        return None


def _course(name: str) -> object:
    from utils.checking.reference import reference

    return reference()[name]


def _say(names: Iterable[str], own: list[bool]) -> None:
    for whose, wanted in (("Yours", True), ("The course's", False)):
        if these := [name for name, is_own in zip(names, own) if is_own is wanted]:
            print(f"{whose}: {', '.join(these)}")
