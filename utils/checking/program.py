"""Take one definition out of a submission, with only what it needs.

A submission is a list of code cells. To judge `softmax` we run the statement that defines it and, going back from
the global names it uses, the statements that define those; nothing else. So a broken plot, a long training or another
exercise's mistake elsewhere in the notebook never touches the answer, and judging is fast.
"""

import ast
import functools
import linecache
import re
import symtable
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import CodeType

COMPANIONS = {"bert_weights": ("Encoder",)}
"""Exercises that an answer rests on even where it does not name them: keys may be those of an Encoder in the same submission."""


@dataclass(frozen=True)
class Statement:
    """One top-level statement: its text (padded so that line numbers are the cell's), what it binds, needs and may fill."""

    cell: int
    text: str
    node: ast.stmt
    binds: frozenset[str]
    needs: frozenset[str]
    fills: frozenset[str]
    imports: bool

    @functools.cached_property
    def meaning(self) -> str:
        """What it says, however it is laid out and commented; its text where it is nested too deeply for that."""
        try:
            return ast.dump(self.node)
        except RecursionError:
            return self.text


@dataclass(frozen=True)
class BrokenCell:
    """A cell that is not Python."""

    cell: int
    text: str
    error: SyntaxError

    def looks_like(self, name: str) -> bool:
        return re.search(rf"^\s*(async\s+def|def|class)\s+{re.escape(name)}\b", self.text, re.MULTILINE) is not None


class Program:
    """The statements of a submission's code cells, in order: a document's, or `as_run`, where what was run last counts."""

    def __init__(self, cells: Iterable[str], as_run: bool = False):
        self.as_run = as_run
        self.statements: list[Statement] = []
        self.broken: list[BrokenCell] = []
        for number, text in enumerate(cells):
            try:
                self.statements += _statements(number, text)
            except SyntaxError as error:
                self.broken.append(BrokenCell(number, text, error))
            except (ValueError, RecursionError, MemoryError) as error:  # NUL bytes, or nested too deeply
                self.broken.append(BrokenCell(number, text, SyntaxError(str(error) or "it is nested too deeply")))

    def defines(self, name: str) -> bool:
        return any(name in statement.binds for statement in self.statements)

    def broken_definition(self, name: str) -> BrokenCell | None:
        """The last cell that would define `name` if it were valid Python."""
        return next((cell for cell in reversed(self.broken) if cell.looks_like(name)), None)

    def definition(self, name: str) -> ast.FunctionDef | ast.ClassDef | None:
        """The last function or class of this name."""
        return self._definitions.get(name)

    @functools.cached_property
    def _definitions(self) -> dict[str, ast.FunctionDef | ast.ClassDef]:
        nodes = (statement.node for statement in self.statements)
        return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}

    def imports(self) -> list[Statement]:
        return [statement for statement in self.statements if statement.imports]

    def needed(self, name: str, given: Iterable[str] = ()) -> list[Statement]:
        """The statements that `name` rests on, in order; names in `given` are known already.

        Of a document what stands in or above the last cell that defines `name` counts before what stands below, which
        another exercise may use under the same name.
        """
        known, waiting, chosen = set(given) - {name}, [name, *COMPANIONS.get(name, ())], set()
        own_cell = max((one.cell for one in self.statements if name in one.binds), default=0)
        while waiting:
            wanted = waiting.pop()
            if wanted not in known:
                known.add(wanted)
                new = self._serving(wanted, own_cell) - chosen
                waiting += [need for index in sorted(new) for need in self.statements[index].needs]
                chosen |= new
        return [self.statements[index] for index in sorted(chosen)]

    def _serving(self, wanted: str, own_cell: int) -> set[int]:
        """The statements that make what a cell knows as `wanted`."""
        makers = self._makers.get(wanted, set())
        serving = makers | self._makers.get("*", set()) | self._fillers.get(wanted, set())
        above = {index for index in serving if self.statements[index].cell <= own_cell}
        return above if makers & above and not self.as_run else serving

    @functools.cached_property
    def _makers(self) -> dict[str, set[int]]:
        """By name the statements that bind it, those with a star under `*`."""
        return _by_name(one.binds for one in self.statements)

    @functools.cached_property
    def _fillers(self) -> dict[str, set[int]]:
        """By name the statements that may fill it; what is only imported is not filled."""
        made = set().union(*(one.binds for one in self.statements if not one.imports))
        return _by_name(one.fills & made for one in self.statements)

    def texts(self, name: str, given: Iterable[str] = ()) -> list[tuple[int, str]]:
        """The same as numbers of cells and texts, for `run`."""
        return [(one.cell, one.text) for one in self.needed(name, given)]

    def given(self, offered: Iterable[str], exercises: Iterable[str], own: Iterable[str] = ()) -> set[str]:
        """Those of the names offered by the course that hold here: all but what the submission defines itself.

        Another exercise's name is the course's too, unless it is one of the `own` ones.
        """
        bound = set().union(*(one.binds for one in self.statements))
        return {*offered} - ((bound - {*exercises}) | {*own})


def run(statements: Iterable[tuple[int, str]], given: Mapping[str, object], place: str = "cell") -> dict[str, object]:
    """A fresh namespace, with what is given, in which statements of these cells have run; whatever they raise is raised.

    `place` begins the name of the code's file in a traceback: "cell" marks lines that the learner wrote.
    """
    namespace: dict[str, object] = {"__name__": "answer", **given}
    for cell, text in statements:
        filename = f"<{place} {cell + 1} {hash(text):x}>"
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        exec(_compiled(text, filename), namespace)
    return namespace


def _by_name(named: Iterable[Iterable[str]]) -> dict[str, set[int]]:
    """In which places of a list of names each name stands."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, names in enumerate(named):
        for name in names:
            places[name].add(place)
    return places


@functools.lru_cache(maxsize=10_000)
def _compiled(text: str, filename: str) -> CodeType:
    return compile(text, filename, "exec")


@functools.lru_cache(maxsize=500)
def _statements(number: int, text: str) -> list[Statement]:
    """Most cells of a submission are the course's, and the same in all."""
    text = _without_magics(text)
    lines = text.splitlines()
    found = []
    for node in ast.parse(text).body:
        if _is_bring(node):
            continue
        first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])
        body = _segment(lines, first, node)
        binds, needs = _names(body, node)
        imports = isinstance(node, ast.Import | ast.ImportFrom)
        found.append(Statement(number, "\n" * (first - 1) + body, node, binds, needs, _filled(node), imports))
    return found


def _is_bring(node: ast.stmt) -> bool:
    """`a, b = bring("a", "b")`: no answer to these exercises, which are given anyway."""
    call = node.value if isinstance(node, ast.Assign) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "bring"


def _segment(lines: list[str], first: int, node: ast.stmt) -> str:
    """The statement's own text: two on a line, joined by a semicolon, are taken apart."""
    encoded = [line.encode() for line in lines[first - 1 : node.end_lineno]]
    encoded[-1] = encoded[-1][: node.end_col_offset]
    if first == node.lineno:
        encoded[0] = encoded[0][node.col_offset :]
    return b"\n".join(encoded).decode()


def _names(text: str, node: ast.stmt) -> tuple[frozenset[str], frozenset[str]]:
    table = symtable.symtable(text, "<cell>", "exec")
    symbols = table.get_symbols()
    binds = {symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported()}
    needs = {symbol.get_name() for symbol in symbols if symbol.is_referenced()} | _globals(table)
    if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
        binds.add("*")
    changed = _changed_roots(node)
    return frozenset(binds | changed), frozenset(needs | changed)


def _globals(table: symtable.SymbolTable) -> set[str]:
    """Global names that the functions and classes inside a statement use."""
    found = set()
    for child in table.get_children():
        found |= {symbol.get_name() for symbol in child.get_symbols() if symbol.is_global() and symbol.is_referenced()}
        found |= _globals(child)
    return found


def _changed_roots(node: ast.stmt) -> set[str]:
    """`net` in `net.forward = f` or `net[0] = 1`: the statement changes what that name holds."""
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    roots = set()
    for target in targets if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) else []:
        while isinstance(target, ast.Attribute | ast.Subscript):
            target = target.value
            if isinstance(target, ast.Name):
                roots.add(target.id)
    return roots


def _filled(node: ast.stmt) -> frozenset[str]:
    """`table` in `table.append(1)`, also in a loop or a condition: what a call for its own sake may change."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset()
    calls = [one.value for one in ast.walk(node) if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call)]
    owners = [call.func.value for call in calls if isinstance(call.func, ast.Attribute)]
    return frozenset(owner.id for owner in owners if isinstance(owner, ast.Name))


def _without_magics(text: str) -> str:
    """Blank the lines of a cell that only IPython understands (`%timeit`, `!pip`, `name?`)."""
    if re.match(r"\s*%%", text):
        return ""
    lines = text.split("\n")
    if not any(re.match(r"\s*[%!?]|.*\?\s*$", line) for line in lines):
        return text
    try:
        ast.parse(text)
        return text
    except SyntaxError:
        return "\n".join("" if re.match(r"\s*[%!?]|\s*[\w.]+\?+\s*$", line) else line for line in lines)
