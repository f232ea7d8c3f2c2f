"""An answer's code alone: without comments, docstrings and its author's way with spaces."""

import ast


def bare_code(text: str) -> str:
    """The code in one fixed layout; empty when it is not Python, or nested too deeply to be written out again."""
    try:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            has_docstring = isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if has_docstring and ast.get_docstring(node) is not None:
                node.body = node.body[1:] or [ast.Pass()]
        return ast.unparse(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
