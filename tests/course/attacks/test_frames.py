"""Replies that break the rules: the check is lost with its cause named, the judge is not."""

import contextlib
import json
import socket

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.checking.checks import Check
from utils.checking.expect import raises
from utils.checking.judge import run_check
from utils.checking.student import AnswerRaised
from utils.checking.verdict import NOT_YET, PASSED
from utils.grading.faults import Lost
from utils.grading.remote import Answer
from utils.grading.remote_student import RemoteStudent
from utils.grading.values import MOST_DEPTH, decode, encode
from utils.grading.wire import (
    DTYPES,
    HEAD,
    MARK,
    MOST_BODY,
    MOST_HEADER,
    Channel,
    Gone,
    WireError,
    lengths,
    pack,
    unpack,
)


def frame(header: object, body: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return HEAD.pack(MARK, len(text), len(body)) + text + body


def reply(body: bytes = b"", tensors: object = (), **header: object) -> bytes:
    return frame({**header, "tensors": list(tensors) if isinstance(tensors, tuple) else tensors}, body)


FLOAT = {"dtype": "float32", "shape": [2]}
MALFORMED = {
    "text": b"passed\n" * 10,
    "another mark": b"XXXX" + reply()[4:],
    "a header of 2 GB": HEAD.pack(MARK, 2**31, 0),
    "a body of an exabyte": HEAD.pack(MARK, 2, 2**60),
    "not JSON": frame(b"{'value': 1}"),
    "a list": frame([1, 2]),
    "no tensors": frame({"value": 1}),
    "tensors that are a number": reply(tensors=3),
    "NaN in JSON": frame(b'{"value": NaN, "tensors": []}'),
    "a number of a million digits": frame(b'{"value": ' + b"9" * 10**6 + b', "tensors": []}'),
    "nested 5,000 deep": frame(b'{"value": ' + b"[" * 5000 + b"]" * 5000 + b', "tensors": []}'),
    "not UTF-8": frame(b'{"value": "\xff\xfe", "tensors": []}'),
    "lists nested 100 deep": reply(value=eval('{"l": [' * 100 + "1" + "]}" * 100)),
    "a bare list": reply(value=[1, 2]),
    "an unknown value": reply(value={"pickle": "gASVAAAA"}),
    "a tensor that is not there": reply(value={"x": 0}),
    "a tensor at a text": reply(value={"x": "0"}),
    "a shorter body": reply(b"1234", tensors=(FLOAT,), value={"x": 0}),
    "a longer body": reply(b"1234" * 3, tensors=(FLOAT,), value={"x": 0}),
    "a negative side": reply(tensors=({"dtype": "float32", "shape": [-1]},), value={"x": 0}),
    "a side of a fraction": reply(tensors=({"dtype": "float32", "shape": [0.5]},), value={"x": 0}),
    "a side that is true": reply(b"1234", tensors=({"dtype": "float32", "shape": [True]},), value={"x": 0}),
    "an overflow of sides": reply(tensors=({"dtype": "float32", "shape": [2**20] * 16},), value={"x": 0}),
    "a hundred sides": reply(b"1234", tensors=({"dtype": "float32", "shape": [1] * 100},), value={"x": 0}),
    "objects as numbers": reply(b"12345678", tensors=({"dtype": "object", "shape": [1]},), value={"x": 0}),
    "a dtype that is a list": reply(tensors=({"dtype": ["float32"], "shape": [0]},), value={"x": 0}),
    "more about a tensor": reply(tensors=({**FLOAT, "shape": [0], "requires_grad": True},), value={"x": 0}),
    "a result with a long name": reply(b"12345678", tensors=(FLOAT,), value={"x": 0, "trained": True, "out": "0" * 21}),
    "a result with a number for a name": reply(
        b"12345678", tensors=(FLOAT,), value={"x": 0, "trained": True, "out": 0}
    ),
    "a failure before the call of an unknown kind": reply(late="KeyError"),
    "a failure before the call of an unknown shape": reply(late={"fault": "KeyError"}),
    "a handle without a number": reply(value={"o": "softmax", "module": True}),
    "a module of the judge's": reply(value={"w": 7}),
    "a change of the judge's modules": reply(worlds=[[0, [[0, "parameter", "weight", {"x": 0}]]]]),
    "a parameter with the name of an input": reply(leaves=[["a1", "float32", [2], True]]),
    "a parameter of a side of a fraction": reply(leaves=[["p1", "float32", [0.5], True]]),
    "a parameter of an exabyte": reply(leaves=[["p1", "float32", [2**20] * 3, True]]),
    "many parameters of 60 MB": reply(leaves=[[f"p{n}", "float32", [15 * 2**20], True] for n in range(2)]),
    "numbers of an unknown parameter": reply(b"12345678", tensors=(FLOAT,), numbers=[["p1", 0]]),
    "a dict with a list for a key": reply(value={"d": [[{"l": []}, 1]]}),
    "a fault of an unknown shape": reply(fault="KeyError"),
    "memory of nothing": reply(shared=[[[0, 0, "weight"], [1, 0, "weight"], 0]]),
    "memory that is no list": reply(shared=["weight"]),
}


@pytest.fixture
def two_ends():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


LATE = {
    "raised": {"raised": {"kind": "ValueError", "text": "no", "line": "", "bases": ["ValueError", "Exception"]}},
    "fault": {"fault": ["ValueError", "no"]},
    "stopped": {"stopped": "KeyboardInterrupt"},
}


@pytest.mark.parametrize("kind", LATE)
def test_what_failed_before_the_call_is_not_what_the_call_raised(kind, two_ends):
    """A check that asks for an error, or gets over one, is not content with another's."""

    def check(student):
        """It is true."""
        student.thing.set_mode(True)
        raises(ValueError, student.softmax, torch.ones(2), when="when asked")

    student = remote(*two_ends, reply(late=LATE[kind]) * 2)
    result = run_check(Check("test_it", "softmax", check, 1, None), 1, student, seed=0).result
    assert result.status != PASSED


def test_no_check_gets_over_what_failed_before_a_call(two_ends):
    def check(student):
        """It is true."""
        student.thing.set_mode(True)
        with contextlib.suppress(AnswerRaised):
            student.softmax(torch.ones(2))

    student = remote(*two_ends, reply(late=LATE["raised"]) * 2)
    result = run_check(Check("test_it", "softmax", check, 1, None), 1, student, seed=0).result
    assert result.status == NOT_YET


def asked(ours: socket.socket, theirs: socket.socket, said: bytes):
    """What the judge makes of a child that says this when it is called."""
    return remote(ours, theirs, said).softmax(torch.ones(2, requires_grad=True))


def remote(ours: socket.socket, theirs: socket.socket, said: bytes) -> RemoteStudent:
    """An answer in a child that says this, whatever it hears."""
    answer = Answer(Channel(ours), "softmax")
    answer.allow(5)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)
    theirs.sendall(said)
    theirs.shutdown(socket.SHUT_WR)
    return RemoteStudent("softmax", answer)


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_reply_loses_the_check(name, two_ends):
    with pytest.raises(Lost) as lost:
        asked(*two_ends, MALFORMED[name])
    assert lost.value.how == "malformed"


def test_a_right_reply_is_taken(two_ends):
    got = asked(*two_ends, reply(torch.ones(2).numpy().tobytes(), tensors=(FLOAT,), value={"x": 0}))
    assert torch.equal(got, torch.ones(2))


TRAINED = reply(bytes(8), tensors=(FLOAT,), value={"x": 0, "trained": True, "out": "0"})
"""A result that has a gradient."""
WAYS = {
    "none": reply(),
    "to nothing known": reply(**{"rests on": [["p9", 1]]}),
    "of a negative length": reply(**{"rests on": [["a1", -1]]}),
    "of a fraction of a step": reply(**{"rests on": [["a1", 0.5]]}),
    "without a length": reply(**{"rests on": [["a1"]]}),
    "to a parameter with the name of an input": reply(
        **{"rests on": [["a1", 1]]}, leaves=[["a1", "float32", [2], True]]
    ),
}


@pytest.mark.parametrize("name", WAYS)
def test_malformed_ways_lose_the_check(name, two_ends):
    got = asked(*two_ends, TRAINED + WAYS[name])
    assert (got.shape, got.requires_grad) == ((2,), True)
    with pytest.raises(Lost) as lost:
        got.sum()
    assert lost.value.how == "malformed"


def test_the_values_of_a_result_need_no_way(two_ends):
    got = asked(*two_ends, TRAINED)
    assert torch.equal(got.detach(), torch.zeros(2))
    assert got.requires_grad


GRADIENTS = {
    "of another shape": reply(b"1234", tensors=({"dtype": "float32", "shape": [1]},), gradients=[0]),
    "of another dtype": reply(bytes(16), tensors=({"dtype": "float64", "shape": [2]},), gradients=[0]),
    "too many": reply(bytes(8), tensors=(FLOAT,), gradients=[0, 0]),
    "missing": reply(),
}


@pytest.mark.parametrize("name", GRADIENTS)
def test_malformed_gradients_lose_the_check(name, two_ends):
    way = reply(**{"rests on": [["a1", 1]]})
    with pytest.raises(Lost) as lost:
        asked(*two_ends, TRAINED + way + GRADIENTS[name]).sum().backward()
    assert lost.value.how == "malformed"


def test_a_gradient_that_is_not_given_is_none(two_ends):
    got = asked(*two_ends, TRAINED + reply(**{"rests on": [["a1", 1]]}) + reply(gradients=[None]))
    got.sum().backward()


def test_a_mode_that_cannot_be_set_is_told_as_ever(grader):
    """The judge waits for no reply to it, and hears of the trouble with the next one, or at the end of the check."""
    answer = """
from torch import nn

class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()

    def train(self, mode=True):
        raise ValueError("not in the mood")
"""
    result = grader.judge([answer], "LayerNorm")
    assert (result.status, result.points) == (NOT_YET, 0)
    assert any("not in the mood" in one.message for one in result.checks)


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize(
    "name", ["text", "a header of 2 GB", "nested 5,000 deep", "a tensor that is not there", "a bare list"]
)
def test_a_submission_that_writes_it_itself(name, grader, right):
    source = right.replace("    top =", f"    import os\n    os.write(3, {MALFORMED[name]!r})\n    top =")
    result = grader.judge([source], "softmax")
    assert (result.status, result.points) == (NOT_YET, 0)
    assert any("not an answer" in one.message for one in result.checks)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(min_size=12, max_size=12),
    st.sampled_from([MARK, b"WTT0"]),
    st.binary(max_size=200),
    st.binary(max_size=50),
)
def test_any_bytes_are_a_frame_or_an_error(sizes, mark, text, body):
    with contextlib.suppress(WireError):
        header, rest = lengths(mark + sizes)
        assert header <= MOST_HEADER
        assert rest <= MOST_BODY
    with contextlib.suppress(WireError):
        unpack(text, body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["x", "o", "l", "t", "d", "f", "w", "?", "out", "trained", "rests on"]), inner, max_size=3
        )
    ),
    max_leaves=20,
)
DESCRIBED = st.fixed_dictionaries(
    {"dtype": st.sampled_from([*DTYPES, "object", 3]), "shape": st.lists(st.integers(-1, 5), max_size=4) | st.none()}
)


@settings(max_examples=300, deadline=None)
@given(JSON, st.lists(DESCRIBED | JSON, max_size=3), st.binary(max_size=64), JSON, JSON)
def test_any_header_is_read_or_refused(value, shown, body, worlds, leaves):
    text = json.dumps({"value": value, "tensors": shown, "worlds": worlds, "leaves": leaves}).encode()
    with contextlib.suppress(WireError):
        header, tensors = unpack(text, body)
        answer = Answer(None, "softmax")
        student = RemoteStudent("softmax", answer)
        answer.read(student, header, tensors)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*DTYPES.values()]), st.lists(st.integers(0, 4), max_size=4), st.booleans())
def test_tensors_come_back_as_they_went(dtype, shape, turned):
    value = torch.randint(0, 2, shape).to(dtype)
    value = value.permute([*reversed(range(value.dim()))]) if turned else value
    data = pack({}, [value])
    header, body = lengths(data[: HEAD.size])
    _, (back,) = unpack(data[HEAD.size : HEAD.size + header], data[HEAD.size + header :])
    assert len(data) == HEAD.size + header + body
    assert back.dtype == dtype
    assert torch.equal(back, value)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=4) | st.integers(), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None)
@given(PLAIN)
def test_plain_values_come_back_as_they_went(value):
    text = pack({"value": encode(value, None)})[HEAD.size :]
    assert decode(unpack(text, b"")[0]["value"], None) == value


def test_limits_are_what_they_say():
    with pytest.raises(WireError):
        lengths(HEAD.pack(MARK, MOST_HEADER + 1, 0))
    with pytest.raises(WireError):
        lengths(HEAD.pack(MARK, 0, MOST_BODY + 1))
    with pytest.raises(WireError):
        pack({}, [torch.empty(MOST_BODY + 1, dtype=torch.uint8)])
    deep: object = 1
    for _ in range(MOST_DEPTH + 1):
        deep = {"l": [deep]}
    with pytest.raises(WireError):
        decode(deep, None)


def test_silence_and_a_slow_drip_end_in_time(two_ends):
    ours, theirs = two_ends
    with pytest.raises(TimeoutError):
        Channel(ours).receive(0.2)
    theirs.sendall(MARK)
    with pytest.raises(TimeoutError):
        Channel(ours).receive(0.2)
    theirs.close()
    with pytest.raises(Gone):
        Channel(ours).receive(0.2)
