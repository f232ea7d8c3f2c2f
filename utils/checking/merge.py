"""Put two changes of one program together: a three-way merge of syntax trees."""

import ast
import contextlib
import copy
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

NAMED = ast.FunctionDef | ast.ClassDef


class Conflict(Exception):
    """Both change the same place in different ways."""


def merged(base: object, one: object, other: object) -> object:
    """The tree (or list, or name) `base` with what `one` and what `other` changed in it; raises Conflict."""
    if same(base, one):
        return other
    if same(base, other) or same(one, other):
        return one
    if isinstance(base, list) and isinstance(one, list) and isinstance(other, list):
        return _merged_lists(base, one, other)
    if isinstance(base, ast.AST) and type(base) is type(one) is type(other):
        parts = {name: [getattr(tree, name, None) for tree in (base, one, other)] for name in base._fields}
        with contextlib.suppress(Conflict):
            return type(base)(**{name: merged(*trees) for name, trees in parts.items()})
    if isinstance(base, ast.expr):
        return _around(base, one, other)
    raise Conflict


def _around(base: ast.expr, one: object, other: object) -> ast.expr:
    """Where one of them goes on to work with what `base` gives, it works with what the other gives instead."""
    for outer, inner in ((one, other), (other, one)):
        if isinstance(outer, ast.expr) and isinstance(inner, ast.expr):
            swap = _Swap(base, inner)
            whole = swap.visit(copy.deepcopy(outer))
            if swap.found == 1:
                return whole
    raise Conflict


class _Swap(ast.NodeTransformer):
    """Puts an expression in the place of another one, and counts how often that stood there."""

    def __init__(self, old: ast.expr, new: ast.expr):
        self.old, self.new, self.found = old, new, 0

    def visit(self, node: ast.AST) -> ast.AST:
        if same(node, self.old):
            self.found += 1
            return self.new
        node.__dict__.pop("text", None)  # it is about to change
        return super().visit(node)


def _merged_lists(base: list, one: list, other: list) -> list:
    changes = dict(_changes(base, one))
    for place, new in _changes(base, other):
        start, end = place
        if place in changes and end - start == len(new) == len(changes[place]) == 1:
            changes[place] = [merged(base[start], changes[place][0], new[0])]
        elif not same(changes.setdefault(place, new), new):
            raise Conflict
    result = list(base)
    following = len(base) + 1
    for (start, end), new in sorted(changes.items(), reverse=True):
        if end > following or start == following:
            raise Conflict
        result[start:end], following = new, start
    return result


def _changes(base: list, changed: list) -> Iterator[tuple[tuple[int, int], list]]:
    """What stands in `changed` for `base[start:end]`, node by node where as many take the place of as many."""
    matcher = SequenceMatcher(None, [_label(node) for node in base], [_label(node) for node in changed], autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        if end - start == last - first:
            for was, now in zip(range(start, end), changed[first:last]):
                if not same(base[was], now):
                    yield (was, was + 1), [now]
        else:
            yield (start, end), changed[first:last]


def _label(node: object) -> str:
    """What makes a function or class the same one though it was changed: its name."""
    return f"{type(node).__name__} {node.name}" if isinstance(node, NAMED) else _text(node)


def same(one: object, other: object) -> bool:
    """Whether two trees are the same program."""
    if isinstance(one, Sequence) and isinstance(other, Sequence) and not isinstance(one, str):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and _text(one) == _text(other)


def _text(node: object) -> str:
    if not isinstance(node, ast.AST):
        return repr(node)
    if "text" not in node.__dict__:  # kept: a tree is compared many times
        node.text = ast.dump(node)
    return node.text
