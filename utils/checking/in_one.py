"""Two known mistakes in one answer, written from the bank's entries."""

import ast
import contextlib
import functools
from pathlib import Path

from utils.checking.merge import Conflict, merged, same
from utils.lesson import exercises
from utils.paths import BANK


@functools.cache
def in_one(one: Path, other: Path) -> str | None:
    """An answer with the mistakes of both, where a right answer shows what each of them changed; else None.

    No answer with a `while`: two mistakes together could make it endless. And none whose body both of them emptied.
    """
    trees = _tree(one), _tree(other)
    for base in _right(one.parent.name):
        with contextlib.suppress(Conflict, SyntaxError):
            both = merged(base, *trees)
            text = ast.unparse(ast.fix_missing_locations(both))
            ast.parse(text)
            if not any(same(both, tree) for tree in (base, *trees)) and "while " not in text:
                return "\n".join([*_imports(one), *_imports(other), text])
    return None


@functools.cache
def _right(exercise: str) -> list[ast.Module]:
    """The bank's right answers and the solution, that one first of which most mistakes are small changes."""
    paths = sorted((BANK / "right" / exercise).glob("*.py"), key=lambda path: (path.stem != "in_steps", path.stem))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [_bare(ast.parse(text)) for text in (*texts[:1], exercises()[exercise].source, *texts[1:])]


@functools.cache
def _tree(path: Path) -> ast.Module:
    return _bare(ast.parse(path.read_text(encoding="utf-8")))


def _bare(tree: ast.Module) -> ast.Module:
    """Without docstrings and the imports on top."""
    tree.body = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


@functools.cache
def _imports(path: Path) -> list[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [ast.unparse(node) for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
