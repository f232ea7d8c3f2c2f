"""What is true of right answers to lesson 02."""

import contextlib
import math

import torch
from torch import Tensor
from torch.nn import functional as F

from utils.checking.checks import about
from utils.checking.expect import close, describe, equal, fail, shape, tensor, unpack
from utils.checking.late import pulled_back
from utils.checking.properties import agrees, finite_gradient, follows_its_numbers
from utils.checking.student import AnswerRaised, Handle, Student


def attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """The oracle: torch's own attention; with the unit matrix for values it gives the weights. Empty rows give 0."""
    unit = torch.eye(k.shape[-2], dtype=k.dtype).expand(*k.shape[:-1], k.shape[-2])
    if mask is None:
        return F.scaled_dot_product_attention(q, k, v), F.scaled_dot_product_attention(q, k, unit)
    allowed = mask.expand(*q.shape[:-1], k.shape[-2])
    bias = torch.zeros(allowed.shape, dtype=q.dtype).masked_fill(~allowed, -1e30)
    some = allowed.any(dim=-1, keepdim=True)
    output, weights = (F.scaled_dot_product_attention(q, k, one, attn_mask=bias) for one in (v, unit))
    return torch.where(some, output, 0.0), torch.where(some, weights, 0.0)


def some_mask(*sides: int) -> Tensor:
    """A random mask in which every query has an allowed key and a forbidden one, but for the first of several queries."""
    mask = torch.rand(sides) < 0.5
    mask[..., 0], mask[..., -1] = False, True
    if sides[-2] > 1:
        mask[..., 0, :] = True
    return mask


# project_qkv


@about("project_qkv")
def test_small_example_of_project_qkv(student):
    """x = (1, 2) gives q = (7, 10), k = (2, 1) and v = (1, 4) with the three matrices of this example.

    Each is a matrix product with x on the left: q = x W_q, k = x W_k, v = x W_v.
    """
    W_q, W_k = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[0.0, 1.0], [1.0, 0.0]])
    W_v = torch.tensor([[1.0, 0.0], [0.0, 2.0]])
    got = unpack(student.project_qkv(torch.tensor([[1.0, 2.0]]), W_q, W_k, W_v), 3, "q, k, v")
    for name, one, expected in zip("qkv", got, ([[7.0, 10.0]], [[2.0, 1.0]], [[1.0, 4.0]])):
        close(one, torch.tensor(expected), name)


@about("project_qkv", weight=2)
def test_three_matrices(student):
    """Queries, keys and values each have a matrix of their own, and values may be of another width.

    q has as many columns as W_q, v as many as W_v.
    """
    x, W_q, W_k, W_v = torch.randn(4, 5), torch.randn(5, 3), torch.randn(5, 3), torch.randn(5, 2)
    got = unpack(student.project_qkv(x, W_q, W_k, W_v), 3, "q, k, v")
    for name, one, W in zip("qkv", got, (W_q, W_k, W_v)):
        close(one, torch.einsum("td,dk->tk", x, W), name)


@about("project_qkv")
def test_projection_of_a_batch(student):
    """Any sides before (time, d_model) are kept, one or several.

    `x @ W` works for any number of them.
    """
    W_q, W_k = torch.randn(5, 3), torch.randn(5, 3)
    for sides, d_v in (((2, 4), 2), ((2, 4), 1), ((1, 4), 2), ((2, 3, 4), 2), ((2, 1), 2), ((3, 3, 3), 3)):
        x, W_v = torch.randn(*sides, 5), torch.randn(5, d_v)
        got = unpack(student.project_qkv(x, W_q, W_k, W_v), 3, "q, k, v")
        for name, one, W in zip("qkv", got, (W_q, W_k, W_v)):
            close(one, torch.einsum("...td,dk->...tk", x, W), f"{name} for x of shape {tuple(x.shape)}")


@about("project_qkv")
def test_projection_precise_and_differentiable(student):
    """It works in float64, lets gradients through to x and all three matrices and leaves them alone."""
    x, W_q, W_k, W_v = torch.randn(3, 2), torch.randn(2, 4), torch.randn(2, 4), torch.randn(2, 5)
    for place in range(3):

        def one(*inputs: Tensor, place: int = place) -> object:
            return unpack(student.project_qkv(*inputs), 3, "q, k, v")[place]

        def oracle(x: Tensor, *matrices: Tensor, place: int = place) -> Tensor:
            return F.linear(x, matrices[place].mT)

        agrees(student, one, oracle, x, W_q, W_k, W_v)


# attention_scores


@about("attention_scores")
def test_small_example_of_scores(student):
    """The query (1, 2) and the keys (3, 1), (0, 4) and (1, 1) have the scores 5, 8 and 3.

    A score is the dot product of a query with a key.
    """
    q, k = torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0, 1.0], [0.0, 4.0], [1.0, 1.0]])
    close(student.attention_scores(q, k), torch.tensor([[5.0, 8.0, 3.0]]))


@about("attention_scores", weight=2)
def test_rows_are_queries(student):
    """Entry [i, j] is the dot product of query i with key j: one row for each query, one column for each key.

    Turn the keys around: their last two sides change places.
    """
    for q, k in (torch.randn(2, 4, 3), torch.randint(-9, 10, (2, 4, 3)) * 10.0):  # the second ones have large scores
        close(student.attention_scores(q, k), torch.stack([torch.stack([(a * b).sum() for b in k]) for a in q]))


@about("attention_scores")
def test_scores_of_a_batch(student):
    """Any leading sides (batch, heads) are kept, and each entry is treated on its own.

    Turn around only the last two sides: `transpose(-2, -1)`, not `.T` or `transpose(1, 2)`.
    """
    cases = (
        ((2,), 4, 4),
        ((2,), 4, 5),
        ((1,), 4, 5),
        ((2, 3), 4, 5),
        ((2,), 4, 3),
        ((4, 4), 4, 4),
        ((2,), 1, 5),
        ((2,), 5, 1),
    )
    for sides, queries, keys in cases:
        q, k = torch.randn(*sides, queries, 3), torch.randn(*sides, keys, 3)
        expected = torch.einsum("...qd,...kd->...qk", q, k)
        close(student.attention_scores(q, k), expected, f"The result for {len(sides) + 2}-dimensional q and k")


@about("attention_scores")
def test_scores_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its inputs alone."""
    agrees(student, student.attention_scores, lambda q, k: q @ k.mT, torch.randn(4, 3), torch.randn(4, 3))


# scale_scores


@about("scale_scores")
def test_small_example_of_scale(student):
    """With d_k = 4 the scores 2, 4 and 0 become 1, 2 and 0.

    Divide by the square root of d_k.
    """
    close(student.scale_scores(torch.tensor([[2.0, 4.0, 0.0]]), 4), torch.tensor([[1.0, 2.0, 0.0]]))


@about("scale_scores")
def test_any_width(student):
    """It divides by sqrt(d_k) for every d_k, whatever the number of queries and keys.

    Use the argument d_k: neither a constant nor a side of the scores.
    """
    for d_k in (1, 2, 3, 7, 64, 512):
        scores = torch.randn(3, 5)
        close(student.scale_scores(scores, d_k), scores * d_k**-0.5, f"The result for d_k={d_k}")


@about("scale_scores")
def test_scaled_variance_is_one(student):
    """Scores of random queries and keys have variance 1 after scaling.

    A sum of d_k products with variance 1 has variance d_k. Which divisor brings its standard deviation to 1?
    """
    q, k = torch.randn(60, 16), torch.randn(80, 16)
    scores = q @ k.T
    scores = scores / scores.std() * 4  # exactly what d_k = 16 gives on average
    got = shape(student.scale_scores(scores, 16), (60, 80))
    close(got.double().var(), 1.0, "The variance")


@about("scale_scores")
def test_scale_keeps_leading_sides(student):
    """Every entry is scaled, whatever the sides before queries and keys."""
    for sides in ((2, 3), (1, 3, 4), (2, 3, 4, 5), (4,), (4, 4, 4, 4), (3, 1)):
        scores = torch.randn(sides)
        close(student.scale_scores(scores, 9), scores / 3, f"The result for scores of shape {sides}")
    forbidden = torch.tensor([[1.0, -torch.inf], [2.0, 3.0]])
    close(student.scale_scores(forbidden, 4), forbidden / 2, "The result for scores of which one is -inf")


@about("scale_scores")
def test_scale_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its input alone."""
    agrees(student, lambda s: student.scale_scores(s, 6), lambda s: s / math.sqrt(6), torch.randn(2, 5))


# attention_weights


@about("attention_weights")
def test_small_example_of_weights(student):
    """The scores (0, ln 3) become the weights (1/4, 3/4), and with the second key forbidden (1, 0).

    Softmax over the keys that the mask allows; where the mask is False, the weight is 0.
    """
    scores = torch.tensor([[1.0, 3.0]]).log()
    close(student.attention_weights(scores), torch.tensor([[0.25, 0.75]]), "The result without a mask")
    mask = torch.tensor([[True, False]])
    close(student.attention_weights(scores, mask), torch.tensor([[1.0, 0.0]]), "The result with mask [[True, False]]")


@about("attention_weights", weight=2)
def test_over_keys(student):
    """The weights of each query sum to one: the softmax runs over the keys, the last side.

    `dim=-1`, whatever the number of dimensions.
    """
    for sides in ((3, 5), (4, 4), (2, 3, 5), (2, 3, 4, 5)):
        scores = torch.randn(sides)
        close(student.attention_weights(scores), scores.exp() / scores.exp().sum(-1, keepdim=True))
    close(student.attention_weights(torch.zeros(3, 5)), torch.full((3, 5), 0.2), "The result for scores of 0 only")


@about("attention_weights", weight=2)
def test_only_allowed_keys(student):
    """Forbidden keys (False) weigh nothing, and the allowed ones share the whole of 1.

    Take the forbidden scores out before the softmax, not after it.
    """
    for keys in (5, 4):
        scores, mask = torch.randn(4, keys), some_mask(4, keys)
        mask[1, 1] = False  # a query need not see its own place
        e = scores.exp() * mask
        close(student.attention_weights(scores, mask), e / e.sum(-1, keepdim=True))
    shares = mask / mask.sum(-1, keepdim=True)
    close(student.attention_weights(torch.zeros(4, 4), mask), shares, "The result for scores of 0 only")


@about("attention_weights")
def test_only_allowed_scores_count(student):
    """What stands in a forbidden place never changes the weights, be it ever so large.

    A forbidden score has to be replaced before the maximum, the exponential and the sum see it.
    """
    scores, mask = torch.randn(3, 4) * 2, torch.tensor([[1, 1, 0, 1], [0, 1, 1, 1], [1, 0, 1, 0]]).bool()
    e = scores.exp() * mask
    for size in (3.0, 200.0):
        other = torch.where(mask, scores, size)
        what = f"The result with {size:g} in the forbidden places"
        close(student.attention_weights(other, mask), e / e.sum(-1, keepdim=True), what)


@about("attention_weights")
def test_large_scores(student):
    """Very large and very small scores give weights, not NaN, and forbidden keys still get 0.

    Fill the forbidden places with -inf, or with a number below every score there may be.
    """
    scores = torch.tensor([[400.0, 401.0, 402.0], [-300.0, -299.0, -301.0]])
    mask = torch.tensor([[True, True, False], [True, True, False]])
    small = torch.tensor([[0.0, 1.0, 2.0], [0.0, 1.0, -1.0]]).exp()
    for what, one in (("without a mask", None), ("with a mask", mask)):
        e = small if one is None else small * one
        got = student.attention_weights(scores) if one is None else student.attention_weights(scores, one)
        close(got, e / e.sum(-1, keepdim=True), f"The result {what}", scale=400.0)


@about("attention_weights", weight=2)
def test_no_allowed_key(student):
    """A query with no allowed key gets weights of 0, never NaN; the other queries keep theirs.

    Over nothing, torch's softmax gives NaN after -inf and equal shares after -1e9: put zeros there.
    """
    got = student.attention_weights(torch.tensor([[1.0, 2.0]]), torch.tensor([[False, False]]))
    close(got, torch.tensor([[0.0, 0.0]]))
    scores, mask = torch.tensor([[0.0, 0.0], [0.0, math.log(3)]]), torch.tensor([[False, False], [True, True]])
    close(student.attention_weights(scores, mask), torch.tensor([[0.0, 0.0], [0.25, 0.75]]))
    scores, mask = torch.randn(2, 3, 4), some_mask(2, 3, 4)
    mask[0, 1], mask[1, 2] = False, False
    e = scores.exp() * mask
    total = e.sum(-1, keepdim=True)
    close(student.attention_weights(scores, mask), e / torch.where(total > 0, total, 1.0))
    finite_gradient(student, lambda one: student.attention_weights(one, mask), scores)
    nothing = torch.zeros(3, 4, dtype=torch.bool)
    close(student.attention_weights(scores, nothing), torch.zeros(2, 3, 4), "The result of a mask of False only")


@about("attention_weights", weight=2)
def test_mask_is_broadcast(student):
    """A mask with fewer or shorter sides is broadcast to (..., queries, keys).

    `masked_fill` and `torch.where` broadcast; an index such as `scores[~mask]` does not.
    """
    shapes = {
        (3, 4, 5): ((4, 5), (1, 5), (5,), (4, 1), (3, 1, 5), (1, 4, 5), (3, 4, 5)),
        (2, 3, 4, 5): ((4, 5), (2, 1, 1, 5), (2, 1, 4, 5), (3, 4, 5)),
        (4, 4): ((4,), (1, 4), (4, 1)),  # from here on sides of equal length may be mixed up
        (3, 3, 5): ((3, 5), (3, 1, 5), (1, 3, 1)),
        (2, 2, 2, 5): ((2, 5), (2, 1, 5), (2, 1, 1, 5)),
        (4, 4, 4, 4): ((4, 4), (4, 1, 1, 4)),
        (3, 1, 5): ((1, 5), (3, 1, 5)),
        (2, 4, 1): ((4, 1), (2, 1, 1)),
    }
    for sides, masks in shapes.items():
        for one in masks:
            scores, mask = torch.randn(sides), torch.rand(one) < 0.6
            mask.view(-1)[0], mask.view(-1)[-1] = False, True
            e = scores.exp() * mask
            total = e.sum(-1, keepdim=True)
            expected = e / torch.where(total > 0, total, 1.0)
            close(student.attention_weights(scores, mask=mask), expected, f"The result for scores {sides}, mask {one}")


@about("attention_weights")
def test_weights_precise_and_differentiable(student):
    """It works in float64, with a mask and without, lets gradients through and leaves scores and mask alone."""
    scores, mask = torch.randn(3, 4), some_mask(3, 4)
    agrees(student, student.attention_weights, lambda s: s.exp() / s.exp().sum(-1, keepdim=True), scores)

    def oracle(scores: Tensor, mask: Tensor) -> Tensor:
        e = scores.exp() * mask
        return e / e.sum(-1, keepdim=True)

    agrees(student, student.attention_weights, oracle, scores, mask)


# weighted_sum


@about("weighted_sum")
def test_small_example_of_weighted_sum(student):
    """With weights 1/4 and 3/4 the values (4, 0) and (0, 8) give (1, 6), and with weights 1/2 and 0 they give (2, 0).

    Multiply each value by its weight, then add the values up.
    """
    weights, v = torch.tensor([[0.25, 0.75], [0.5, 0.0]]), torch.tensor([[4.0, 0.0], [0.0, 8.0]])
    close(student.weighted_sum(weights, v), torch.tensor([[1.0, 6.0], [2.0, 0.0]]))


@about("weighted_sum")
def test_row_of_each_query(student):
    """Row i of the result is the sum of all values, each times its weight in row i.

    The weights are `(queries, keys)`, the values `(keys, d_v)`: the keys are what is summed over.
    """
    weights, v = torch.rand(4, 4), torch.randn(4, 3)
    close(student.weighted_sum(weights, v), (weights[:, :, None] * v).sum(dim=1))
    for queries, keys in ((2, 5), (2, 3)):
        weights, v = torch.rand(queries, keys), torch.randn(keys, 3)
        close(student.weighted_sum(weights, v), (weights[:, :, None] * v).sum(dim=1))


@about("weighted_sum")
def test_weights_as_they_are(student):
    """The weights are used as they are, also where they do not sum to one.

    A query with no allowed key has weights of 0 only, and its output is 0.
    """
    weights = torch.tensor([[0.0, 0.0, 0.0], [0.5, 0.0, 0.0], [2.0, -1.0, 1.0]])
    v = torch.tensor([[2.0, 4.0], [1.0, 1.0], [0.0, 3.0]])
    close(student.weighted_sum(weights, v), torch.tensor([[0.0, 0.0], [1.0, 2.0], [3.0, 10.0]]))
    weights = torch.tensor([[0.5, 0.0, 0.0], [2.0, 0.0, 0.0]])  # two values that nobody reads
    close(student.weighted_sum(weights, v), torch.tensor([[1.0, 2.0], [4.0, 8.0]]))


@about("weighted_sum")
def test_weighted_sum_of_a_batch(student):
    """Any leading sides (batch, heads) are kept, and each entry is treated on its own."""
    for sides in ((2, 4, 4), (2, 4, 5), (1, 4, 5), (2, 3, 4, 5), (2, 1, 5), (4, 4, 4, 4)):
        for d_v in (2, sides[-2], 1):
            weights, v = torch.rand(sides), torch.randn(*sides[:-2], sides[-1], d_v)
            expected = torch.einsum("...qk,...kv->...qv", weights, v)
            close(student.weighted_sum(weights, v), expected, f"The result for weights of shape {sides}")


@about("weighted_sum")
def test_weighted_sum_precise_and_differentiable(student):
    """It works in float64, lets gradients through to weights and values and leaves them alone."""
    oracle = lambda w, v: torch.einsum("qk,kd->qd", w, v)  # noqa: E731
    agrees(student, student.weighted_sum, oracle, torch.rand(4, 4), torch.randn(4, 2))


# scaled_dot_product_attention


@about("scaled_dot_product_attention")
def test_small_example_of_attention(student):
    """With d_k = 4 and scores 0 and 2 ln 3, the weights are (1/4, 3/4), and the values (4, 0, 0), (0, 8, 4) give (1, 6, 3).

    Compare (scores), scale by sqrt(d_k), share (weights), average (weighted sum); return output and weights, in this order.
    """
    q, k = torch.tensor([[1.0, 1.0, 0.0, 0.0]]), torch.tensor([[0.0, 0.0, 5.0, 0.0], [math.log(3)] * 2 + [0.0, 1.0]])
    v = torch.tensor([[4.0, 0.0, 0.0], [0.0, 8.0, 4.0]])
    output, weights = _attended(student, q, k, v)
    close(weights, torch.tensor([[0.25, 0.75]]), "weights")
    close(output, torch.tensor([[1.0, 6.0, 3.0]]), "output")


@about("scaled_dot_product_attention", weight=2)
def test_every_width_differs(student):
    """It is softmax(Q K^T / sqrt(d_k)) V for any number of queries and keys and any d_k and d_v.

    d_k is the width of a query, `q.shape[-1]`; the softmax runs over the keys.
    """
    for queries, keys, d_k, d_v in ((4, 5, 3, 2), (2, 3, 8, 6), (4, 4, 4, 4), (1, 6, 2, 3), (3, 1, 2, 1)):
        q, k, v = 2 * torch.randn(queries, d_k), torch.randn(keys, d_k), torch.randn(keys, d_v)
        _same_attention(student, q, k, v)


@about("scaled_dot_product_attention", weight=2)
def test_masked_keys_do_not_matter(student):
    """A query sees only keys whose mask is True; the others change neither its weights nor its output.

    Pass the mask on to the weights: it acts before the softmax.
    """
    q, k, v, mask = 2 * torch.randn(4, 3), torch.randn(5, 3), torch.randn(5, 2), some_mask(4, 5)
    _same_attention(student, q, k, v, mask)
    mask = torch.tensor([True, True, False, True, False]).expand(4, 5)
    before, _ = _attended(student, q, k, v, mask)
    before = shape(before, (4, 2), "output").detach()
    hidden = ~mask[0, :, None]
    after, _ = _attended(student, q, k + hidden * 9 * torch.randn(5, 3), v + hidden * 9 * torch.randn(5, 2), mask)
    close(after, before, message="The output moved when only forbidden keys and values changed.")


@about("scaled_dot_product_attention")
def test_nothing_allowed(student):
    """A query with no allowed key gets weights of 0 and an output of 0, never NaN."""
    q, k, v, mask = (
        torch.randn(3, 4),
        torch.randn(2, 4),
        torch.randn(2, 3),
        torch.tensor([[1, 1], [0, 0], [0, 1]]).bool(),
    )
    _same_attention(student, q, k, v, mask)
    q, k, v = torch.randn(2, 3, 4), torch.randn(2, 5, 4), torch.randn(2, 5, 3)
    mask = torch.tensor([[[True] * 5], [[False] * 5]])
    _same_attention(student, q, k, v, mask)
    _same_attention(student, q, k, v, torch.zeros_like(mask))
    finite_gradient(student, lambda *given: _attended(student, *given, mask)[0], q, k, v)


@about("scaled_dot_product_attention", weight=2)
def test_batches_and_heads(student):
    """It works for (queries, d_k), (batch, queries, d_k) and (batch, heads, queries, d_k), with masks that are broadcast.

    Count sides from the end: -1 and -2.
    """
    for sides, masks in (
        ((2,), ((2, 1, 5), (4, 5), (2, 4, 5))),
        ((1,), ((1, 5),)),
        ((2, 3), ((4, 5), (2, 1, 1, 5), (2, 3, 4, 5))),
        ((4,), ((4, 5), (4, 1, 5))),  # as many sentences as queries
        ((4, 4), ((4, 5), (4, 1, 5), (4, 1, 1, 5))),
    ):
        q, k, v = 2 * torch.randn(*sides, 4, 3), torch.randn(*sides, 5, 3), torch.randn(*sides, 5, 6)
        _same_attention(student, q, k, v)
        for one in masks:
            _same_attention(student, q, k, v, some_mask(*one))


@about("scaled_dot_product_attention")
def test_attention_stays_finite(student):
    """Large queries and keys give weights, not NaN."""
    q, k, v = 60 * torch.randn(2, 4), 60 * torch.randn(3, 4), torch.randn(3, 2)
    k[2], k[0] = 3 * q[0], 3 * q[1]  # what each mask forbids lies far above what it allows
    for mask in (None, torch.tensor([[True, True, False], [False, True, True]])):
        given = (q, k, v) if mask is None else (q, k, v, mask)
        output, weights = _attended(student, *given)
        for name, one, sides in (("output", output, (2, 2)), ("weights", weights, (2, 3))):
            if not shape(one, sides, name).isfinite().all():
                fail(f"{name} is not finite for large queries and keys.", "finite numbers", one)
        close(weights.sum(dim=-1), torch.ones(2), "The sum of the weights of each query")


@about("scaled_dot_product_attention")
def test_attention_precise_and_differentiable(student):
    """It works in float64, lets gradients through to q, k and v, and leaves its inputs alone."""
    mask = torch.tensor([[True, True, False, True], [False, True, True, True], [True, False, False, False]])
    inputs = torch.randn(3, 2), torch.randn(4, 2), torch.randn(4, 5)

    def oracle(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> Tensor:
        scores = q @ k.mT / math.sqrt(2)
        return (scores if mask is None else scores.masked_fill(~mask, -torch.inf)).softmax(dim=-1) @ v

    agrees(student, lambda *given: _attended(student, *given)[0], oracle, *inputs)
    agrees(student, lambda *given: _attended(student, *given)[0], oracle, *inputs, mask)
    q, k, v = inputs
    shown = _attended(student, q.requires_grad_(), k, v)[1].requires_grad
    student.note(shown)
    if not shown:
        fail("The weights carry no gradient back to q.", "weights with a gradient", "requires_grad=False")
    _same_attention(student, *(one.double() for one in inputs), mask)


def _attended(student: Student, *given: Tensor, **named: Tensor) -> list:
    output, weights = unpack(student.scaled_dot_product_attention(*given, **named), 2, "output, weights")
    return [tensor(output, "output"), tensor(weights, "weights")]


def _same_attention(student: Student, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> None:
    named = {} if mask is None else {"mask": mask}
    output, weights = _attended(student, q, k, v, **named)
    expected_output, expected_weights = attention(q, k, v, mask)
    case = f" for {tuple(q.shape)} queries and {tuple(k.shape)} keys"
    case += "" if mask is None else f", mask {tuple(mask.shape)}"
    largest = max(one.abs().max().item() for one in (q, k, v))
    close(weights, expected_weights, f"weights{case}", scale=largest)
    close(output, expected_output, f"output{case}", scale=largest)


# padding_mask


@about("padding_mask")
def test_small_example_of_padding(student):
    """The tokens 7, 5, 0 give True, True, False, with a side of 1 for the queries between batch and keys.

    Compare with pad_id, then put a side of length 1 in the middle.
    """
    close(student.padding_mask(torch.tensor([[7, 5, 0]])), torch.tensor([[[True, True, False]]]))


@about("padding_mask", weight=2)
def test_every_padding(student):
    """Entry [b, 0, j] says whether token j of sentence b is a real word, wherever the padding stands.

    Each sentence has its own padding, and any id but pad_id is a real word.
    """
    tokens = torch.randint(1, 50, (4, 6)).masked_fill(torch.rand(4, 6) < 0.4, 0)
    tokens[0, -2:], tokens[1], tokens[2, 0] = 0, torch.arange(1, 7), 0
    for batch in (tokens, torch.where(tokens == 0, 7, 0)):
        expected = torch.tensor([[[token != 0 for token in row]] for row in batch.tolist()])
        close(student.padding_mask(batch), expected)


@about("padding_mask")
def test_other_pad_id(student):
    """The padding may have another id than 0.

    Compare with the argument, `!=`: ids above and below pad_id are both words.
    """
    tokens = torch.tensor([[3, 9, 0, 4], [4, 4, 1, 8]])
    expected = torch.tensor([[[True, True, True, False]], [[False, False, True, True]]])
    close(student.padding_mask(tokens, 4), expected, "The result for pad_id=4")
    close(student.padding_mask(tokens, pad_id=4), expected, "The result for pad_id=4")
    close(student.padding_mask(tokens * 100, pad_id=400), expected, "The result for pad_id=400")


@about("padding_mask", weight=3)
def test_fits_the_weights(student):
    """It fits attention weights: the padding gets 0 from every query, and no query is silenced.

    The keys are the last side of the mask. The side before it, the queries, has length 1 and is broadcast.
    """
    tokens = torch.tensor([[8, 3, 0], [5, 0, 0], [9, 2, 6]])
    mask = shape(student.padding_mask(tokens), (3, 1, 3))
    if mask.dtype != torch.bool:
        fail("The mask is not boolean.", "torch.bool", str(mask.dtype))
    weights = tensor(student.course.attention_weights(torch.zeros(3, 3, 3), mask))
    expected = torch.tensor([[0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [1 / 3, 1 / 3, 1 / 3]])
    close(weights, expected[:, None, :].expand(3, 3, 3), "The weights with this mask")


@about("padding_mask")
def test_padding_of_one_sentence(student):
    """A batch of one sentence, or of one-word sentences, keeps all three sides; the tokens stay as they are."""
    for tokens in (torch.tensor([[4, 0, 0, 0]]), torch.tensor([[4], [0]]), torch.tensor([[0, 0]], dtype=torch.int32)):
        for pad_id in (0, 4):
            what = f"The result for tokens {tokens.tolist()} and pad_id={pad_id}"
            close(student.padding_mask(tokens, pad_id), (tokens != pad_id)[:, None, :], what)
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "other tokens after the call")


# causal_mask


@about("causal_mask")
def test_small_example_of_causal(student):
    """For 3 tokens: the first sees itself, the second sees two, the third sees all three.

    Row i is the query; it may attend to the keys j with j <= i.
    """
    expected = torch.tensor([[True, False, False], [True, True, False], [True, True, True]])
    close(student.causal_mask(3), expected)


@about("causal_mask", weight=2)
def test_any_length(student):
    """Entry [i, j] is True exactly when j <= i, for any length.

    A lower triangle with its diagonal.
    """
    calls = student.count_torch_calls(student.causal_mask, 8)
    longest = 600 if calls <= 24 else 70  # entry by entry, 600 words take seconds
    for length in (*range(1, 33), 70, longest):
        places = torch.arange(length)
        expected = places <= places[:, None]
        close(student.causal_mask(length), expected, f"The result for length {length}")
    student.forget()  # right here, and of a length that rests on how it is written


@about("causal_mask", weight=2)
def test_future_does_not_matter(student):
    """With this mask, changing the last token changes no earlier output, and every query has a key.

    The diagonal belongs to it: a token sees itself.
    """
    mask = shape(student.causal_mask(4), (4, 4))
    if mask.dtype != torch.bool:
        fail("The mask is not boolean.", "torch.bool", str(mask.dtype))
    x = torch.randn(4, 3)
    other = x.clone()
    other[-1] += 5.0
    before, weights = student.course.scaled_dot_product_attention(x, x, x, mask)
    after, _ = student.course.scaled_dot_product_attention(other, other, other, mask)
    if not torch.allclose(before[:-1], after[:-1], atol=1e-5):
        fail("An earlier output moved when only the last token changed: the mask lets it look ahead.")
    close(weights.sum(dim=-1), torch.ones(4), "The sum of the weights of each query")
    if (weights.diagonal() == 0).any():
        fail("A token cannot see itself.", "a weight above 0 on the diagonal", weights.diagonal())


# SingleHeadAttention

LARGE = 200.0
"""A score whose exponential is infinite in float32."""


@about("SingleHeadAttention")
def test_small_head(student):
    """With the words (1, 0, 0) and (0, 1, 0) and the matrices of this example, the first word's weights are (1/4, 3/4).

    Project x with w_q, w_k and w_v, then attend; return output and weights.
    """
    head = _made(student, 3, 1)
    _fill(
        student,
        head,
        w_q=torch.tensor([[1.0, 0.0, 5.0]]),
        w_k=torch.tensor([[0.0, math.log(3), 7.0]]),
        w_v=torch.tensor([[8.0, 4.0, 9.0]]),
    )
    output, weights = _attend(head, torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]]))
    close(weights, torch.tensor([[[0.25, 0.75], [0.5, 0.5]]]), "weights")
    close(output, torch.tensor([[[5.0], [6.0]]]), "output")


@about("SingleHeadAttention", weight=2)
def test_three_linear_maps(student):
    """It learns three Linear maps without bias, w_q, w_k and w_v, from d_model to d_head, and nothing else.

    `nn.Linear(d_model, d_head, bias=False)` for each, made in `__init__`.
    """
    head = _made(student, 5, 3)
    for name in ("w_q", "w_k", "w_v"):
        parameters = _part(student, head, name).parameters()
        student.note({one: [*other.shape, other.requires_grad] for one, other in parameters.items()})
        equal(sorted(parameters), ["weight"], f"What {name} learns")
        shape(parameters["weight"], (3, 5), f"{name}.weight")
        if not parameters["weight"].requires_grad:
            fail(f"{name}.weight is not trained.", "requires_grad=True", "requires_grad=False")
    sizes = sum(one.numel() for one in head.parameters().values())
    student.note(sizes)
    equal(sizes, 45, "The number of learned numbers for d_model=5, d_head=3")


@about("SingleHeadAttention", weight=2)
def test_head_without_mask(student):
    """Output and weights are those of softmax(Q K^T / sqrt(d_head)) V with Q, K, V = x projected by w_q, w_k, w_v.

    Which of the three does each product use? The scale is sqrt(d_head), the width of a query.
    """
    for d_model, d_head, sides in ((5, 3, (2, 4)), (6, 2, (1, 3)), (3, 3, (2, 5)), (4, 7, (3, 1))):
        head = _made(student, d_model, d_head)
        matrices = _matrices(d_model, d_head)
        _fill(student, head, **matrices)
        x = torch.randn(*sides, d_model)
        _same_head(head, x, matrices)
    head, matrices, x = _made(student, 5, 3), _matrices(5, 3), torch.randn(2, 6, 5)
    _fill(student, head, **matrices)
    scores = x @ matrices["w_q"].mT @ (x @ matrices["w_k"].mT).mT / math.sqrt(3)
    larger = math.sqrt(LARGE / scores.max())
    _, weights = _attend(head, larger * x)
    close(weights, (larger**2 * scores).softmax(dim=-1), f"weights for scores up to {LARGE:g}", scale=LARGE)


@about("SingleHeadAttention", weight=2)
def test_head_with_mask(student):
    """The mask decides who sees whom: causal, padding, or one of its own for every query.

    Pass the mask on to the attention.
    """
    matrices = _matrices(5, 3)
    head = _made(student, 5, 3)
    _fill(student, head, **matrices)
    x = torch.randn(2, 4, 5)
    causal = torch.ones(4, 4, dtype=torch.bool).tril()
    padding = torch.tensor([[[True, True, True, False]], [[True, False, False, False]]])
    for training in (True, False):
        head.set_mode(training)
        for mask in (causal, padding, causal & padding, some_mask(2, 4, 4)):
            _same_head(head, x, matrices, mask)
    _same_head(head, x[:1], matrices, padding[:1])
    _same_head(head, torch.randn(4, 4, 5), matrices, causal)  # as many sentences as words


@about("SingleHeadAttention")
def test_head_with_nothing_allowed(student):
    """A word that may see no word gets weights and an output of 0, never NaN."""
    matrices = _matrices(4, 2)
    head = _made(student, 4, 2)
    _fill(student, head, **matrices)
    mask = torch.tensor([[[True, True, True]], [[False, False, False]]])
    for one in (mask, torch.zeros_like(mask)):
        _same_head(head, torch.randn(2, 3, 4), matrices, one)


@about("SingleHeadAttention")
def test_shuffled_words(student):
    """Shuffled words give the same outputs, shuffled, and nothing is remembered from call to call.

    Each output depends on the words, not on their places: nothing else in the layer knows the order.
    """
    head = _made(student, 4, 3)
    _fill(student, head, **_matrices(4, 3))
    x, order = torch.randn(1, 5, 4), torch.tensor([3, 0, 4, 2, 1])
    output, _ = _attend(head, x)
    shuffled, _ = _attend(head, x[:, order])
    _attend(head, x, torch.ones(5, 5, dtype=torch.bool).tril())
    head.set_mode(False)
    _attend(head, torch.randn(1, 5, 4))
    again, _ = _attend(head, x)
    close(shuffled, shape(output, (1, 5, 3), "output")[:, order].detach(), "The output for shuffled words", scale=4.0)
    close(again, output.detach(), "The output without a mask of a later call, after eval()", scale=4.0)
    follows_its_numbers(student, lambda: _made(student, 4, 3), torch.randn(4, 4, 4))


@about("SingleHeadAttention")
def test_head_learns(student):
    """Gradients reach x and all three matrices, in float64 too, with a mask and without, and x stays as it was."""
    for mask in (None, torch.ones(5, 5, dtype=torch.bool).tril()):
        _head_learns(student, mask)


def _head_learns(student: Student, mask: Tensor | None) -> None:
    head = _made(student, 4, 3).to(torch.float64)
    matrices = {name: one.double() for name, one in _matrices(4, 3).items()}
    _fill(student, head, **matrices)
    x = torch.randn(2, 5, 4, dtype=torch.float64, requires_grad=True)
    ours = {name: one.clone().requires_grad_() for name, one in matrices.items()}
    q, k, v = (x @ ours[name].mT for name in ("w_q", "w_k", "w_v"))
    scores = q @ k.mT / math.sqrt(3)
    expected = (scores if mask is None else scores.masked_fill(~mask, -torch.inf)).softmax(dim=-1) @ v
    output, _ = _attend(head, x) if mask is None else _attend(head, x, mask)
    close(output, expected, "output")
    student.note(student.changed_its_input)
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "an x or a mask with other values after the call")
    if not output.requires_grad:
        fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
    direction = torch.randn_like(expected)
    theirs = [_part(student, head, name).parameters()["weight"] for name in ours]
    if not all(one.requires_grad for one in theirs):
        fail("The matrices are not trained.", "requires_grad=True", "requires_grad=False")
    found = pulled_back(output, [x, *theirs], direction)
    found = [torch.zeros_like(one) if other is None else other for one, other in zip([x, *theirs], found)]
    student.note(found)
    wanted = pulled_back(expected, [x, *ours.values()], direction)
    for name, one, other in zip(("x", *ours), found, wanted):
        close(one, other, f"The gradient of {name}")


def _made(student: Student, d_model: int, d_head: int) -> Handle:
    head = student.SingleHeadAttention(d_model, d_head)
    if not isinstance(head, Handle) or not head.is_module:
        fail("The class is not an nn.Module, so it has no parameters to learn.", "class SingleHeadAttention(nn.Module)")
    return head


def _part(student: Student, head: Handle, name: str) -> Handle:
    """One of the three Linear layers, or a sentence that says what is there instead."""
    try:
        part = getattr(head, name)
    except AnswerRaised as error:
        if not error.is_a(AttributeError):
            raise
        fail(f"The head has no {name}: set self.{name} in __init__.", "an nn.Linear", "nothing")
    if not isinstance(part, Handle) or not part.is_module:
        came = "an object that is not a module" if isinstance(part, Handle) else describe(part)
        if isinstance(part, Tensor):
            student.forget()  # its numbers are whatever it starts with
            student.note("a tensor")
        fail(f"{name} is not an nn.Linear.", "an nn.Linear", came)
    return part


def _fill(student: Student, head: Handle, **matrices: Tensor) -> None:
    """Put these numbers in place of the learned ones; a bias, which should not be there, becomes 0."""
    for name, value in matrices.items():
        part = _part(student, head, name)
        parameters = part.parameters()
        if "weight" not in parameters:
            fail(f"{name} has no weight.", "an nn.Linear", f"a module that learns {sorted(parameters) or 'nothing'}")
        part.load({one: torch.zeros_like(other) for one, other in parameters.items()})
        if parameters["weight"].shape != value.shape:
            with contextlib.suppress(AnswerRaised):
                part(torch.ones(1, value.shape[1]))  # what it does tells one wrong shape from another
        shape(parameters["weight"], tuple(value.shape), f"{name}.weight")
        part.load({"weight": value})


def _matrices(d_model: int, d_head: int) -> dict[str, Tensor]:
    return {name: torch.randn(d_head, d_model) for name in ("w_q", "w_k", "w_v")}


def _attend(head: Handle, x: Tensor, mask: Tensor | None = None) -> list:
    output, weights = unpack(head(x) if mask is None else head(x, mask=mask), 2, "output, weights")
    return [tensor(output, "output"), tensor(weights, "weights")]


def _same_head(head: Handle, x: Tensor, matrices: dict[str, Tensor], mask: Tensor | None = None) -> None:
    q, k, v = (x @ matrices[name].mT for name in ("w_q", "w_k", "w_v"))
    expected_output, expected_weights = attention(q, k, v, mask)
    output, weights = _attend(head, x, mask)
    case = f" for x {tuple(x.shape)}" + ("" if mask is None else f", mask {tuple(mask.shape)}")
    largest = max(one.abs().max().item() for one in (q, k, v))
    close(weights, expected_weights, f"weights{case}", scale=largest)
    close(output, expected_output, f"output{case}", scale=largest)
