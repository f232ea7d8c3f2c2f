"""Torch's own version of an exercise is refused by whatever way it is called, and nothing else is touched."""

import functools
import warnings

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from utils.checking.guard import ATTENTION, LAYER_NORM, SOFTMAX, Refused, refusing

EVERYTHING = (*ATTENTION, *SOFTMAX, *LAYER_NORM)
same = F.softmax


@functools.cache
def script(function):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return torch.jit.script(function)


def scripted(x: Tensor) -> Tensor:
    return torch.softmax(x, -1)


def scripted_attention(x: Tensor) -> Tensor:
    return torch.nn.functional.scaled_dot_product_attention(x, x, x)


class InAFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.softmax(x, -1)

    @staticmethod
    def backward(ctx, gradient):
        return gradient


def under_autocast(x):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return torch.softmax(x, -1)


def in_inference(x):
    with torch.inference_mode():
        return torch.softmax(x, -1)


def attend(x, **more):
    width = x.shape[-1]
    matrices = torch.randn(3 * width, width), torch.randn(3 * width), None, None, False, 0.0
    turned = x.transpose(0, 1)
    return F.multi_head_attention_forward(
        turned, turned, turned, width, 1, *matrices, torch.randn(width, width), torch.randn(width), **more
    )[0]


WAYS = {
    "function": lambda x: torch.softmax(x, -1),
    "alias": lambda x: same(x, -1),
    "method": lambda x: x.softmax(-1),
    "in place": lambda x: torch.softmax(x.detach(), -1, out=torch.empty(x.shape)),
    "layer": lambda x: nn.Softmax(-1)(x),
    "log": lambda x: F.log_softmax(x, -1).exp(),
    "softmin": lambda x: F.softmin(x, -1),
    "special": lambda x: torch.special.softmax(x, -1),
    "operator": lambda x: torch.ops.aten.softmax(x, -1),
    "overload": lambda x: torch.ops.aten._softmax.default(x, -1, False),
    "sparse": lambda x: torch.sparse.softmax(x[0].to_sparse(), -1).to_dense(),
    "loss": lambda x: F.cross_entropy(x[0], torch.tensor([0, 1, 2])),
    "script": lambda x: script(scripted)(x),
    "autograd function": InAFunction.apply,
    "vmap": torch.vmap(lambda row: torch.softmax(row, -1)),
    "jacobian": torch.func.jacrev(lambda x: torch.softmax(x, -1)),
    "checkpoint": lambda x: checkpoint(lambda one: torch.softmax(one, -1), x, use_reentrant=False),
    "autocast": under_autocast,
    "inference": in_inference,
    "layer norm": lambda x: F.layer_norm(x, (4,)),
    "norm layer": lambda x: nn.LayerNorm(4)(x),
    "native norm": lambda x: torch.native_layer_norm(x, (4,), None, None, 1e-5)[0],
    "rms norm": lambda x: F.rms_norm(x, (4,)),
    "group norm": lambda x: F.group_norm(x, 1),
    "batch norm": lambda x: F.batch_norm(x[0], None, None, training=True),
    "instance norm": lambda x: F.instance_norm(x),
}
ATTENTION_WAYS = {
    "attention": lambda x: F.scaled_dot_product_attention(x, x, x),
    "attention operator": lambda x: torch.ops.aten.scaled_dot_product_attention.default(x, x, x),
    "attention in torch": lambda x: torch._scaled_dot_product_attention_math(x, x, x)[0],
    "attention script": lambda x: script(scripted_attention)(x),
    "attention of several heads": attend,
    "attention without weights": lambda x: attend(x, need_weights=False),
}


@pytest.fixture
def x() -> Tensor:
    return torch.randn(1, 3, 4, requires_grad=True)


@pytest.mark.parametrize("way", [*WAYS, *ATTENTION_WAYS])
def test_every_way_is_refused_and_free_again_afterwards(way, x):
    call = {**WAYS, **ATTENTION_WAYS}[way]
    with pytest.raises(Refused, match="here you write the formula yourself"), refusing(EVERYTHING):
        call(x)
    assert call(x).isfinite().all()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_refused_gives_the_same(way, x):
    expected = WAYS[way](x)
    with refusing(ATTENTION):
        got = WAYS[way](x)
    assert torch.equal(got, expected)
    assert got.requires_grad == expected.requires_grad
    if expected.requires_grad:
        ours, theirs = (torch.autograd.grad(one.sum(), x)[0] for one in (got, expected))
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("way", ATTENTION_WAYS)
def test_attention_is_refused_alone(way, x):
    with pytest.raises(Refused, match="attention"), refusing(ATTENTION):
        ATTENTION_WAYS[way](x)


def test_one_answer_inside_another_has_its_own_refusals(x):
    with refusing(SOFTMAX):
        with refusing(()):
            torch.softmax(x, -1)
        with pytest.raises(Refused):
            torch.softmax(x, -1)


def test_an_error_of_the_answers_own_stays_what_it_is(x):
    with pytest.raises(Refused), refusing(SOFTMAX):
        torch.softmax(x, -1)
    with pytest.raises(ZeroDivisionError), refusing(SOFTMAX):
        raise ZeroDivisionError
