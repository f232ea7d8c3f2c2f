"""Plain values as JSON and back; what is not plain is left to the two functions that are given.

None, bool, int, str and finite floats stand for themselves; {"f": "nan"} is another float, {"l": […]} a list, {"t": […]}
a tuple, {"d": [[key, value], …]} a dict. Any other object belongs to `special`: tensors, objects, what cannot cross.
"""

import math
from collections.abc import Callable
from typing import Any

from utils.grading.wire import WireError

MOST_DEPTH = 24
MOST_TEXT = 100_000
FLOATS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def encode(value: object, special: Callable[[object], Any]) -> Any:
    """`value` as JSON data; `special(value)` gives the node of whatever is not plain."""
    if type(value) in (bool, int, str, type(None)):
        return value
    if type(value) is float:
        return value if math.isfinite(value) else {"f": str(value)}
    if type(value) is list:
        return {"l": [encode(one, special) for one in value]}
    if type(value) is tuple:
        return {"t": [encode(one, special) for one in value]}
    if type(value) is dict:
        return {"d": [[encode(key, special), encode(one, special)] for key, one in value.items()]}
    return special(value)


def decode(node: Any, special: Callable[[dict], object], depth: int = 0) -> object:
    """The value of a node; `special(node)` gives that of an object with other keys. Raises WireError."""
    if depth > MOST_DEPTH:
        raise WireError("nested too deeply")
    if isinstance(node, str) and len(node) > MOST_TEXT:
        raise WireError("a text that is too long")
    if type(node) in (bool, int, float, str, type(None)):
        return node
    if not isinstance(node, dict):
        raise WireError("a list without a mark")
    if node.keys() == {"f"} and isinstance(node["f"], str) and node["f"] in FLOATS:
        return FLOATS[node["f"]]
    if node.keys() == {"l"} or node.keys() == {"t"}:
        (parts,) = node.values()
        made = [decode(one, special, depth + 1) for one in _list(parts)]
        return tuple(made) if "t" in node else made
    if node.keys() == {"d"}:
        pairs = [[decode(part, special, depth + 1) for part in _pair(one)] for one in _list(node["d"])]
        if any(type(key) not in (bool, int, float, str, type(None)) for key, _ in pairs):
            raise WireError("a key that is not plain")
        return dict(pairs)
    return special(node)


def _list(value: object) -> list:
    if not isinstance(value, list):
        raise WireError("not a list")
    return value


def _pair(value: object) -> list:
    if len(_list(value)) != 2:
        raise WireError("not a pair")
    return value
