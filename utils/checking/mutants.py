"""Small wrong versions of a right answer, made mechanically: one change of its syntax tree each.

mutmut and cosmic-ray rewrite a package on disk and run a test command for each mutant; ours are judged in one warm
process, and know tensor code: axes, transposes, detach, scales, masks.
"""

import ast
import copy
import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Change = Callable[[ast.AST], Iterable[ast.AST]]


@dataclass(frozen=True)
class Mutant:
    """A changed source, and the lines that differ from the original's (both as `ast.unparse` writes them)."""

    source: str
    diff: str


def mutants(source: str) -> list[Mutant]:
    """Every different mutant of a source, in the order of its lines."""
    tree = _without_docstrings(ast.parse(source))
    before = ast.unparse(tree)
    sources = dict.fromkeys(ast.unparse(changed) for changed in _changed(tree))
    return [Mutant(one, _diff(before, one)) for one in sources if one != before]


def _changed(tree: ast.Module) -> Iterator[ast.Module]:
    """Copies of the tree in which one node is another one."""
    spoken = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in list(ast.walk(node))[1:]}
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in spoken:  # the words of an error are free
            continue
        for another in [*_alternatives(node), *_other_names(node, tree)]:
            twin = copy.deepcopy(tree)
            place = next(one for number, one in enumerate(ast.walk(twin)) if number == index)
            _replace(twin, place, another)
            yield ast.fix_missing_locations(twin)


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    for kind, changes in _CHANGES.items():
        if isinstance(node, kind):
            for change in changes:
                yield from change(copy.deepcopy(node))


# Numbers, words and truth values


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield from (ast.Constant(value + 1), _number(value - 1))
    elif isinstance(value, float):
        yield from (ast.Constant(value * 2), ast.Constant(value / 10))
    elif isinstance(value, str) and "->" in value:  # einsum: the sides of the result in another order
        head, _, tail = value.rpartition("->")
        yield from (
            ast.Constant(f"{head}->{tail[:i]}{tail[i + 1]}{tail[i]}{tail[i + 2 :]}") for i in range(len(tail) - 1)
        )


def _number(value: int) -> ast.AST:
    return ast.UnaryOp(ast.USub(), ast.Constant(-value)) if value < 0 else ast.Constant(value)


# Operators: another one, the sides swapped, one side dropped


_OTHER = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq, ast.GtE, ast.LtE),
    ast.NotEq: (ast.Eq, ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}


def _other_operator(node: ast.BinOp | ast.AugAssign | ast.BoolOp) -> Iterator[ast.AST]:
    for other in _OTHER.get(type(node.op), ()):
        node.op = other()
        yield copy.deepcopy(node)


def _other_comparison(node: ast.Compare) -> Iterator[ast.AST]:
    for other in _OTHER.get(type(node.ops[0]), ()):
        node.ops[0] = other()
        yield copy.deepcopy(node)


def _one_side(node: ast.BinOp) -> Iterator[ast.AST]:
    yield from (node.left, node.right)


def _sides_swapped(node: ast.BinOp) -> Iterator[ast.AST]:
    if not isinstance(node.op, ast.Add | ast.Mult):
        yield ast.BinOp(node.right, node.op, node.left)


def _one_condition(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield from node.values


def _without_sign(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand
    if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):  # -1: a side counted from the end
        yield _number(-node.operand.value - 1)


# Calls: arguments swapped or dropped, the call left out, its twin instead


_TWINS = {
    "amax": "amin",
    "max": "min",
    "min": "max",
    "sum": "mean",
    "mean": "sum",
    "sin": "cos",
    "cos": "sin",
    "tril": "triu",
    "triu": "tril",
    "ones": "zeros",
    "zeros": "ones",
    "argmax": "argmin",
    "all": "any",
    "any": "all",
    "exp": "log",
    "log": "exp",
    "copy_": "add_",
    "repeat": "repeat_interleave",
    "unsqueeze": "squeeze",
    "chunk": "split",
}


def _arguments(node: ast.Call) -> Iterator[ast.AST]:
    name = _name_of(node.func)
    if name not in ("transpose", "swapaxes", "swapdims"):  # the same either way
        for i in range(len(node.args) - 1):
            twin = copy.deepcopy(node)
            twin.args[i], twin.args[i + 1] = twin.args[i + 1], twin.args[i]
            yield twin
    for i in range(len(node.args)):
        yield ast.Call(node.func, node.args[:i] + node.args[i + 1 :], node.keywords)
    for i in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :])


def _left_out(node: ast.Call) -> Iterator[ast.AST]:
    """`x.detach()` and `f(x)` become `x`."""
    if isinstance(node.func, ast.Attribute) and not _is_module(node.func.value):
        yield node.func.value
    if node.args and not isinstance(node.args[0], ast.Starred | ast.GeneratorExp):
        yield node.args[0]


def _twin(node: ast.Call) -> Iterator[ast.AST]:
    if other := _TWINS.get(_name_of(node.func)):
        func = ast.Attribute(node.func.value, other) if isinstance(node.func, ast.Attribute) else ast.Name(other)
        yield ast.Call(func, node.args, node.keywords)


def _clamped_otherwise(node: ast.Call) -> Iterator[ast.AST]:
    for keyword in node.keywords:
        if keyword.arg in ("min", "max"):
            keyword.arg = "max" if keyword.arg == "min" else "min"
            yield node
            return


def _not_transposed(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in ("T", "mT"):
        yield node.value


def _name_of(func: ast.AST) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _is_module(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in ("torch", "nn", "F", "math", "np", "self", "random", "functools")


# Tuples, slices, choices


def _elements(node: ast.Tuple | ast.List) -> Iterator[ast.AST]:
    if not isinstance(node.ctx, ast.Load):
        return
    for i in range(len(node.elts) - 1):
        twin = copy.deepcopy(node)
        twin.elts[i], twin.elts[i + 1] = twin.elts[i + 1], twin.elts[i]
        yield twin
    for i in range(len(node.elts)):
        if len(node.elts) > 1:
            yield type(node)(node.elts[:i] + node.elts[i + 1 :], node.ctx)


def _slices(node: ast.Slice) -> Iterator[ast.AST]:
    if node.lower or node.upper:
        yield ast.Slice(None, node.upper, node.step) if node.lower else ast.Slice(node.upper, None, node.step)
        yield ast.Slice(node.lower, None, node.step) if node.upper else ast.Slice(None, node.lower, node.step)
    if node.step:
        yield ast.Slice(node.lower, node.upper, None)


def _one_choice(node: ast.IfExp) -> Iterator[ast.AST]:
    yield from (node.body, node.orelse)


def _without_filter(node: ast.comprehension) -> Iterator[ast.AST]:
    for i in range(len(node.ifs)):
        yield ast.comprehension(node.target, node.iter, node.ifs[:i] + node.ifs[i + 1 :], 0)


# Statements


def _removed(node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


def _branch(node: ast.If) -> Iterator[ast.AST]:
    yield from (ast.If(ast.Constant(value), node.body, node.orelse) for value in (True, False))


def _once(node: ast.For) -> Iterator[ast.AST]:
    yield ast.For(node.target, node.iter, [*node.body, ast.Break()], node.orelse)


def _other_error(node: ast.Raise) -> Iterator[ast.AST]:
    yield ast.Raise(ast.Call(ast.Name("TypeError"), [], []))


def _cut(node: ast.Assign | ast.Return) -> Iterator[ast.AST]:
    """Cut from the graph; for what is returned, in single precision too."""
    if node.value is None:
        return
    for method in ("detach", "float") if isinstance(node, ast.Return) else ("detach",):
        twin = copy.deepcopy(node)
        parts = twin.value.elts if isinstance(twin.value, ast.Tuple) else [twin.value]
        called = [ast.Call(ast.Attribute(part, method), [], []) for part in parts]
        twin.value = ast.Tuple(called, ast.Load()) if isinstance(twin.value, ast.Tuple) else called[0]
        yield twin


# Names: another variable of the function, another attribute of the same object


def _other_names(node: ast.AST, tree: ast.Module) -> Iterator[ast.AST]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        for function in _functions_around(node, tree):
            names = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)} - {"self"}
            names |= {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and _is_stored(one)}
            if node.id in names:
                yield from (ast.Name(other, ast.Load()) for other in sorted(names - {node.id}))
    if _is_attribute_of_object(node):
        same = [
            one for one in ast.walk(tree) if isinstance(one, ast.Attribute) and _name_of(one.value) == node.value.id
        ]
        called = {one.func.attr for one in ast.walk(tree) if isinstance(one, ast.Call) and one.func in same}
        kind = called if node.attr in called else {one.attr for one in same} - called
        yield from (ast.Attribute(node.value, other, ast.Load()) for other in sorted(kind - {node.attr}))


def _is_attribute_of_object(node: ast.AST) -> bool:
    """`self.w_q`, not `torch.randn`."""
    read = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and isinstance(node.value, ast.Name)
    return read and (node.value.id == "self" or not _is_module(node.value))


def _functions_around(node: ast.AST, tree: ast.Module) -> list[ast.FunctionDef]:
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    return [one for one in functions if any(node is inner for statement in one.body for inner in ast.walk(statement))]


def _is_stored(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


_CHANGES: dict[type | tuple[type, ...], tuple[Change, ...]] = {
    ast.Constant: (_constant,),
    ast.BinOp: (_other_operator, _one_side, _sides_swapped),
    ast.AugAssign: (_other_operator, _removed),
    ast.BoolOp: (_other_operator, _one_condition),
    ast.Compare: (_other_comparison,),
    ast.UnaryOp: (_without_sign,),
    ast.Call: (_arguments, _left_out, _twin, _clamped_otherwise),
    ast.Attribute: (_not_transposed,),
    (ast.Tuple, ast.List): (_elements,),
    ast.Slice: (_slices,),
    ast.IfExp: (_one_choice,),
    ast.comprehension: (_without_filter,),
    (ast.Assign, ast.Return): (_removed, _cut),
    (ast.Expr, ast.Raise, ast.With): (_removed,),
    ast.If: (_branch,),
    ast.For: (_once,),
    ast.Raise: (_other_error,),
}


# Trees


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                setattr(parent, name, [new if one is old else one for one in value])


def _diff(before: str, after: str) -> str:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return "\n".join(f"{line[0]} {line[2:].strip()}" for line in lines if line[0] in "+-")
