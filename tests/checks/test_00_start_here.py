"""What is true of right answers to lesson 00."""

import torch

from utils.checking.checks import about
from utils.checking.expect import close, fail, shape, tensor
from utils.checking.guard import SOFTMAX
from utils.checking.properties import agrees

REFUSED = {"softmax": SOFTMAX}


@about("pairwise_dot")
def test_small_example(student):
    """With (1, 2), (0, 1) and (3, 1) the dot products are 5 and 1.

    The entry [i, j] is the dot product of x[i] and y[j]: a matrix product of x with y turned around.
    """
    x, y = torch.tensor([[1.0, 2.0], [0.0, 1.0]]), torch.tensor([[3.0, 1.0]])
    close(student.pairwise_dot(x, y), torch.tensor([[5.0], [1.0]]))


@about("pairwise_dot", weight=2)
def test_every_pair_once(student):
    """Entry [i, j] is the dot product of x[i] and y[j], for every pair.

    Sum over the last side of both; the rows belong to x, the columns to y.
    """
    for rows, others, width in ((4, 4, 4), (4, 5, 6)):
        x, y = torch.randn(rows, width), torch.randn(others, width)
        expected = torch.stack([torch.stack([(one * other).sum() for other in y]) for one in x])
        close(student.pairwise_dot(x, y), expected, f"The result for {rows} and {others} vectors of {width} numbers")


@about("pairwise_dot")
def test_leading_sides(student):
    """Any leading sides are kept, and each entry is treated on its own.

    Turn around only the last two sides: `transpose(-2, -1)`, not `.T`.
    """
    cases = ((2,), 4, 4), ((2,), 4, 6), ((1,), 4, 6), ((2, 3), 4, 6), ((4, 4), 4, 4), ((2,), 1, 6), ((2,), 6, 1)
    for sides, rows, others in cases:
        x, y = torch.randn(*sides, rows, 5), torch.randn(*sides, others, 5)
        expected = torch.einsum("...nd,...md->...nm", x, y)
        close(student.pairwise_dot(x, y), expected, f"The result for {len(sides) + 2}-dimensional x and y")


@about("pairwise_dot")
def test_no_loop(student):
    """It takes one matrix product, not a Python loop over vectors, their numbers, or the sides before them.

    A loop makes a small call for each. Write it as one product, which takes all sides at once.
    """
    for sides, rows, others, width in (((), 80, 90, 3), ((), 2, 3, 80), ((80,), 2, 3, 4)):
        x, y = torch.randn(*sides, rows, width), torch.randn(*sides, others, width)
        shape(student.pairwise_dot(x, y), (*sides, rows, others))
        calls = student.count_torch_calls(student.pairwise_dot, x, y)
        if calls > 50:
            came = f"{calls} calls for x of shape {tuple(x.shape)}, y of shape {tuple(y.shape)}"
            fail("Your code makes many small torch calls.", "a handful of calls", came)


@about("pairwise_dot")
def test_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its inputs alone."""
    agrees(student, student.pairwise_dot, lambda x, y: x @ y.mT, torch.randn(4, 2), torch.randn(4, 2))


@about("softmax")
def test_small_example_of_softmax(student):
    """(0, ln 3) becomes the shares (1/4, 3/4), and (0, 0) becomes (1/2, 1/2).

    Exponentiate, then divide by the sum along dim.
    """
    close(student.softmax(torch.tensor([1.0, 3.0]).log()), torch.tensor([0.25, 0.75]))
    close(student.softmax(torch.zeros(2)), torch.tensor([0.5, 0.5]), "The result for (0, 0)")


@about("softmax", weight=2)
def test_last_side(student):
    """The shares along the last side are those of the formula.

    Sum along dim, with keepdim=True so that the sum lines up with x.
    """
    for sides in ((3, 4, 5), (1, 5), (4, 4), (3, 3, 3, 3), (3, 1)):
        x = 2 * torch.randn(sides)
        close(student.softmax(x), torch.softmax(x, dim=-1))


@about("softmax", weight=2)
def test_any_side(student):
    """It works along whatever side `dim` names.

    Pass `dim` on to the maximum and to the sum.
    """
    x = torch.randn(3, 4, 5, 2)
    for dim in (0, 1, -2):
        close(student.softmax(x, dim=dim), torch.softmax(x, dim=dim), f"The result for dim={dim}")


@about("softmax")
def test_large_values(student):
    """Large values neither overflow nor vanish.

    Subtract the maximum along dim before you exponentiate: the shares stay the same.
    """
    x = torch.tensor([87.0, 88.0, 89.0, 90.0])  # just above what float32 can exponentiate
    close(student.softmax(x), torch.softmax(x, dim=-1), "The result for 87, 88, 89 and 90", scale=90.0)
    x = torch.tensor([[1000.0, 999.0, -1000.0], [-1000.0, -1001.0, -1002.0]])
    close(student.softmax(x), torch.softmax(x, dim=-1), scale=1000.0)


@about("softmax")
def test_each_slice_has_its_own_maximum(student):
    """A slice far below the others still gets its shares.

    Subtract the maximum of each slice (along dim), not the maximum of the whole tensor.
    """
    x = torch.tensor([[500.0, 501.0], [-500.0, -501.0], [-30.0, -31.0]])
    close(student.softmax(x), torch.softmax(x, dim=-1), scale=500.0)


@about("softmax")
def test_not_allowed(student):
    """An entry of -inf gets exactly 0, and a slice of -inf only gives zeros.

    There the maximum is -inf and the sum is 0: put 0 and 1 in their place.
    """
    x = torch.randn(3, 4)
    x[0, 1] = x[2, :2] = -torch.inf
    expected = torch.softmax(x, dim=-1)
    x[1], expected[1] = -torch.inf, 0.0
    got = student.softmax(x)
    close(got, expected)
    if got[x == -torch.inf].any():
        fail("Entries of -inf get a little weight.", "exactly 0", got[x == -torch.inf].max())
    x = torch.tensor([[1000.0, 999.0, -torch.inf], [-torch.inf, -torch.inf, -700.0]])
    close(student.softmax(x), torch.softmax(x, dim=-1), "The result for large values and -inf", scale=1000.0)
    close(student.softmax(x, dim=0), torch.softmax(x, dim=0), "The result for dim=0", scale=1000.0)
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "an input with other values after the call")


@about("softmax", weight=2)
def test_softmax_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its input alone."""
    x = torch.cat([torch.randn(3, 5), torch.tensor([[1000.0, -1000.0, 0.0, 999.0, 5.0]])])
    agrees(student, student.softmax, lambda x: torch.softmax(x, dim=-1), x)


@about("masked_mean")
def test_small_example_of_masked_mean(student):
    """The mean of (2, 0) and (4, 2), with (9, 9) masked, is (3, 1).

    Sum the words where mask is True; divide by how many there are.
    """
    x = torch.tensor([[[2.0, 0.0], [4.0, 2.0], [9.0, 9.0]]])
    close(student.masked_mean(x, torch.tensor([[True, True, False]])), torch.tensor([[3.0, 1.0]]))


@about("masked_mean", weight=2)
def test_each_row_has_its_own_mask(student):
    """Every row is averaged over its own real words.

    The count differs from row to row: sum the mask along time.
    """
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0], [0, 1, 0, 1, 1], [1, 0, 0, 0, 0]]).bool()
    for dim in (3, 20, 1):
        x = torch.randn(4, 5, dim)
        x[0, 1] = 0.0  # a real word may be zero
        close(student.masked_mean(x, mask), torch.stack([row[kept].mean(dim=0) for row, kept in zip(x, mask)]))


@about("masked_mean", weight=2)
def test_padding_does_not_matter(student):
    """What stands in the padding never changes the result.

    Multiply by the mask (or fill with 0) before you sum.
    """
    x, mask = torch.randn(2, 4, 3), torch.tensor([[True, True, False, False], [True, False, False, True]])
    other = torch.where(mask.unsqueeze(-1), x, torch.randn(2, 4, 3) * 100)
    before = tensor(student.masked_mean(x, mask))
    close(student.masked_mean(other, mask), before.detach(), message="The result moved when only padding changed.")


@about("masked_mean")
def test_empty_row(student):
    """A row without a real word gives zeros.

    The count is 0 there: divide by at least 1.
    """
    x, mask = torch.randn(3, 2, 4), torch.tensor([[True, False], [False, False], [True, True]])
    close(student.masked_mean(x, mask), torch.stack([x[0, 0], torch.zeros(4), x[2].mean(dim=0)]))
    x = torch.randn(2, 1, 3)
    got = student.masked_mean(x, torch.tensor([[False], [True]]))
    close(got, torch.stack([torch.zeros(3), x[1, 0]]), "The result where the first row is empty")
    got = student.masked_mean(x, torch.zeros(2, 1, dtype=torch.bool))
    close(got, torch.zeros(2, 3), "The result where every row is empty")


@about("masked_mean")
def test_masked_mean_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its inputs alone."""
    mask = torch.tensor([[True, True, False], [False, True, False]])
    agrees(
        student, student.masked_mean, lambda x, _: torch.stack([x[0, :2].mean(0), x[1, 1]]), torch.randn(2, 3, 2), mask
    )
