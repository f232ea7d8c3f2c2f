"""What a failed comparison says of the numbers that came: true, and in words."""

import pytest
import torch

from utils.checking.expect import Failed, close

RIGHT = torch.tensor(
    [[[1.0, 2.0, 4.0], [7.0, 3.0, 5.0], [9.0, 6.0, 8.0]], [[0.5, 2.5, 1.5], [4.5, 3.5, 7.5], [6.5, 5.5, 9.5]]]
)
ONE_ROW = RIGHT.clone()
ONE_ROW[:, 2] += torch.tensor([3.0, -1.0, 2.0])
WRONG = {
    "every number is 0": 0 * RIGHT,
    "every number is 0.5 times what it should be": RIGHT / 2,
    "every sign is the other one": -RIGHT,
    "every number is too small by 3": RIGHT - 3,
    "rows and columns are exchanged": RIGHT.mT,
    "dim 1 runs backwards": RIGHT.flip(1),
    "along dim 2 everything stands one place too late": RIGHT.roll(1, 2),
    "along dim 1 everything stands one place too early": RIGHT.roll(-1, 1),
    "along dim 0 everything is the same": RIGHT[:1].expand(2, 3, 3),
    "only the last place along dim 1 is wrong": ONE_ROW,
    "a dim of length 1 is too much": RIGHT.unsqueeze(1),
    "its dims stand in another order": RIGHT.transpose(0, 1),
}


def said(got: torch.Tensor, expected: torch.Tensor = RIGHT) -> str:
    with pytest.raises(Failed) as failed:
        close(got, expected)
    return failed.value.message


@pytest.mark.parametrize("clause", WRONG)
def test_what_is_wrong_is_said(clause: str):
    assert said(WRONG[clause].clone()).endswith(f": {clause}.")


def test_truth_values_that_are_exchanged():
    mask = torch.ones(3, 3, dtype=torch.bool).tril()
    assert said(~mask, mask).endswith(": True and False are exchanged.")


@pytest.mark.parametrize("got", [RIGHT.sqrt(), RIGHT.where(RIGHT > 3, -RIGHT)])
def test_nothing_is_said_where_nothing_is_true(got: torch.Tensor):
    assert ":" not in said(got)
