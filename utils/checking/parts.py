"""Find a module's parts by what they are and by the order in which they are used, never by a name of the learner's.

An attention has `w_q, w_k, w_v, w_o`; a norm a one-dimensional `weight` and `bias`; a feed-forward two matrices between
d_model and d_ff; a table of embeddings has as many rows as there are words. The order comes from the graph that
autograd keeps: the further a parameter is from the output, the earlier it is used.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from torch import Tensor

ATTENTION, NORM, FEED_FORWARD, TABLE = "attention", "norm", "feed-forward", "table of embeddings"
PROJECTIONS = ("w_q", "w_k", "w_v", "w_o")
Shape = tuple[int, ...]


@dataclass
class Part:
    """One part: its kind, the name of the parameter in each role, and how far from the output it is used."""

    kind: str
    names: dict[str, str]
    distance: int
    turned: frozenset[str] = field(default=frozenset())
    """Roles whose matrix is stored as (in, out), where nn.Linear has (out, in)."""


def parts_of(parameters: Mapping[str, Tensor], output: Tensor, d_model: int, words: Iterable[int] = ()) -> list[Part]:
    """The parts that these parameters make, the one used first at the beginning; unused ones have distance -1."""
    distance = distances(parameters, output)
    left = {name: _sides(one) for name, one in parameters.items()}
    found = [*_attentions(left, distance), *_tables(left, distance, d_model, set(words)), *_norms(left, distance)]
    found += _feed_forwards(left, distance, d_model)
    return sorted(found, key=lambda part: -part.distance)


def _sides(parameter: Tensor) -> Shape:
    """Its shape; the matrix (out, in) of a convolution over one position, (out, in, 1), is a matrix all the same."""
    return tuple(parameter.shape[:2] if parameter.dim() > 2 and parameter.shape[2:].numel() == 1 else parameter.shape)


def distances(parameters: Mapping[str, Tensor], output: Tensor) -> dict[str, int]:
    """For each parameter the longest path to it in the autograd graph of `output`, or -1."""
    found = {id(leaf): steps for leaf, steps in ways_to_leaves(output)}
    return {name: found.get(id(parameter), -1) for name, parameter in parameters.items()}


def ways_to_leaves(output: Tensor) -> list[tuple[Tensor, int]]:
    """The leaves of the autograd graph of `output`, each with the length of the longest path to it."""
    found, longest = [], {}
    for node, following in reversed(_leaves_first(output.grad_fn)):
        steps = longest.get(node, 0)
        lengths = getattr(node, "steps", None) or itertools.repeat(1)  # an answer's, in another process
        for (one, _), length in zip(following, lengths):
            if one is not None and longest.get(one, 0) < steps + length:
                longest[one] = steps + length
        if not following and (leaf := getattr(node, "variable", None)) is not None:
            found.append((leaf, steps))
    return found


def _leaves_first(root: object) -> list[tuple]:
    """The nodes of the graph with those that follow them, each after all that follow it."""
    order, seen, waiting = [], set(), [(root, None)] if root is not None else []
    while waiting:
        node, following = waiting.pop()
        if following is not None:
            order.append((node, following))
        elif node not in seen:
            seen.add(node)
            following = node.next_functions
            waiting.append((node, following))
            waiting += [(one, None) for one, _ in following if one is not None]
    return order


def _attentions(left: dict[str, Shape], distance: Mapping[str, int]) -> list[Part]:
    found = []
    for prefix in [match[1] for name in left if (match := re.fullmatch(r"(|.*\.)w_o\.weight", name))]:
        roles = [f"{one}.{kind}" for one in PROJECTIONS for kind in ("weight", "bias")]
        names = {role: prefix + role for role in roles if prefix + role in left}
        found.append(Part(ATTENTION, names, distance[prefix + "w_o.weight"]))
        for name in names.values():
            del left[name]
    return found


def _tables(left: dict[str, Shape], distance: Mapping[str, int], d_model: int, words: set[int]) -> list[Part]:
    names = [name for name, one in left.items() if len(one) == 2 and one[1] == d_model and one[0] in words]
    for name in names:
        del left[name]
    return [Part(TABLE, {"weight": name}, distance[name]) for name in names]


def _norms(left: dict[str, Shape], distance: Mapping[str, int]) -> list[Part]:
    found = []
    for name in list(left):
        bias = re.sub("weight$", "bias", name)
        if name.rpartition(".")[2] == "weight" and len(left[name]) == 1 and bias in left:
            found.append(Part(NORM, {"weight": name, "bias": bias}, distance[name]))
            del left[name], left[bias]
    return found


def _feed_forwards(left: dict[str, Shape], distance: Mapping[str, int], d_model: int) -> list[Part]:
    """Two matrices that follow each other, one from d_model to d_ff and one back, with their biases where they have any."""

    def in_order(dim: int, wanted) -> list[str]:
        names = [name for name, one in left.items() if len(one) == dim and wanted(one)]
        return sorted(names, key=lambda name: -distance[name])

    matrices = in_order(2, lambda shape: d_model in shape)
    wide, narrow = in_order(1, lambda shape: shape[0] != d_model), in_order(1, lambda shape: shape[0] == d_model)
    found = []
    for index, (first, second) in enumerate(zip(matrices[::2], matrices[1::2])):
        names = {"linear1.weight": first, "linear2.weight": second}
        turned = {
            f"linear{k}.weight" for k, name in ((1, first), (2, second)) if (left[name][0] == d_model) == (k == 1)
        }
        names |= {"linear1.bias": wide[index]} if index < len(wide) else {}
        names |= {"linear2.bias": narrow[index]} if index < len(narrow) else {}
        found.append(Part(FEED_FORWARD, names, distance[second], frozenset(turned)))
    return found
