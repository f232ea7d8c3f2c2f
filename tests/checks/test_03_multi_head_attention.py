"""What is true of right answers to lesson 03."""

import contextlib
import itertools
import math

import torch
from torch import Tensor, nn

from utils.checking.checks import about
from utils.checking.expect import close, describe, equal, fail, raises, shape, tensor, unpack
from utils.checking.properties import agrees, follows_its_numbers
from utils.checking.student import AnswerRaised, Handle, Student

COUNTS = {"attention_parameters"}
LAYERS = ("w_q", "w_k", "w_v", "w_o")
State = dict[str, Tensor]


def drawn(d_model: int) -> State:
    """Random weights and biases for the four layers of an attention."""
    weights = {f"{layer}.weight": torch.randn(d_model, d_model) / math.sqrt(d_model) for layer in LAYERS}
    return weights | {f"{layer}.bias": torch.randn(d_model) / 2 for layer in LAYERS}


def plain(d_model: int) -> State:
    """Layers that leave a vector as it is."""
    return {f"{layer}.weight": torch.eye(d_model) for layer in LAYERS} | {
        f"{layer}.bias": torch.zeros(d_model) for layer in LAYERS
    }


def made(student: Student, state: State, n_heads: int, dropout: float | None = None) -> Handle:
    """An attention of the answer with these parameters; where it has no bias, the state's is set to zero.

    Without `dropout` it is made as the lesson makes it and put into evaluation mode: one check looks at the default.
    """
    d_model = len(state["w_q.bias"])
    if dropout is None:
        attention = student.MultiHeadAttention(d_model, n_heads).set_mode(False)
    else:
        attention = student.MultiHeadAttention(d_model, n_heads, dropout=dropout)
    fill(student, attention, state)
    return attention


def fill(student: Student, attention: Handle, state: State) -> None:
    """Put the state's numbers into the attention's layers; where a bias is missing, the state's is set to zero."""
    own = attention.state()
    called = own_names(student, attention, own)
    for name, value in state.items():
        if name.endswith("bias") and name not in called:
            state[name] = torch.zeros_like(value)
            continue
        if name not in called:
            fail(f"There is no `{name}`.", "the Linear layers w_q, w_k, w_v, w_o", ", ".join(own) or "no parameters")
        shape(own[called[name]], tuple(value.shape), f"`{name}`")
    attention.load({called[name]: value for name, value in state.items() if name in called})


def own_names(student: Student, attention: Handle, own: State) -> dict[str, str]:
    """What its own state calls each weight and bias: `w_q` may be a property that gives a layer kept elsewhere."""
    called = {name: name for name in own if name.split(".")[0] in LAYERS}
    trained = {}
    for layer in LAYERS:
        if f"{layer}.weight" in own:
            continue
        trained = trained or {id(one): name for name, one in attention.parameters().items()}
        for name, one in _parameters_of(student, attention, layer).items():
            if id(one) not in trained:
                student.note(f"{layer} is not registered")
                fail(
                    f"`{layer}` is there, but it is not registered: nobody would train it.",
                    "layers that parameters() finds: assigned to self as they are, or in an nn.ModuleDict or ModuleList",
                    ", ".join(own) or "no parameters",
                )
            called[f"{layer}.{name}"] = trained[id(one)]
    return called


def _parameters_of(student: Student, attention: Handle, layer: str) -> dict[str, Tensor]:
    try:
        with torch.random.fork_rng(devices=[]):  # a call more or less must not change the inputs
            part = getattr(attention, layer)
    except AnswerRaised:
        return {}
    finally:
        student.forget()  # where a right answer keeps its layers is its own affair
    return part.parameters() if isinstance(part, Handle) and part.is_module else {}


def formula(
    state: State, n_heads: int, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    """Output and weights, written with a side for the heads in the matrices: section 3.2.2."""
    (w_q, w_k, w_v), (b_q, b_k, b_v) = (
        [state[f"{layer}.{kind}"].unflatten(0, (n_heads, -1)) for layer in LAYERS[:3]] for kind in ("weight", "bias")
    )
    q = torch.einsum("bqd,hed->bhqe", query, w_q) + b_q.unsqueeze(1)
    k = torch.einsum("bkd,hed->bhke", key, w_k) + b_k.unsqueeze(1)
    v = torch.einsum("bkd,hed->bhke", value, w_v) + b_v.unsqueeze(1)
    scores = torch.einsum("bhqe,bhke->bhqk", q, k) / math.sqrt(q.shape[-1])
    if mask is not None:
        allowed = (mask if mask.dim() == 3 else mask.unsqueeze(0)).unsqueeze(1).expand(scores.shape)
        scores = scores.masked_fill(~allowed, -torch.inf).masked_fill(~allowed.any(-1, keepdim=True), 0.0)
        weights = torch.softmax(scores, dim=-1) * allowed
    else:
        weights = torch.softmax(scores, dim=-1)
    heads = torch.einsum("bhqk,bhke->bqhe", weights, v).flatten(2)
    return heads @ state["w_o.weight"].T + state["w_o.bias"], weights


def kept(attention: Handle) -> object:
    """`.weights` of the last call."""
    if isinstance(weights := attention.weights, Tensor):
        return weights
    fail("`weights` should hold the attention weights of the last call.", "a tensor", describe(weights))


@about("split_heads")
def test_small_example_of_split_heads(student):
    """(1 2 3 4) and (5 6 7 8), cut into two heads: (1 2), (5 6) belong to the first and (3 4), (7 8) to the second.

    Give the last side two sides, heads and numbers; then bring the heads before the time.
    """
    x = torch.tensor([[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]])
    expected = torch.tensor([[[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]]])
    close(student.split_heads(x, 2), expected)


@about("split_heads", weight=2)
def test_each_head_has_its_slice(student):
    """Head h holds, of every token, the numbers from h * d_head up to (h + 1) * d_head.

    A view straight to (batch, heads, time, d_head) has the right shape but tears tokens apart: cut the last side, then transpose.
    """
    x = torch.randn(2, 5, 12)
    got = student.split_heads(x, 3)
    shape(got, (2, 3, 5, 4))
    close(got, torch.stack([x[:, :, 4 * head : 4 * head + 4] for head in range(3)], dim=1))


@about("split_heads")
def test_any_number_of_heads(student):
    """One head takes everything; as many heads as numbers take one each.

    The width of a head is d_model // n_heads.
    """
    x = torch.randn(3, 2, 4)
    close(student.split_heads(x, 1), x.unsqueeze(1), "The result for 1 head")
    close(student.split_heads(x, 4), x.transpose(1, 2).unsqueeze(-1), "The result for 4 heads of width 1")
    for sides in ((2, 4, 9), (1, 1, 9), (3, 3, 9)):
        x = torch.randn(sides)
        close(student.split_heads(x, 3), torch.stack(x.split(3, dim=-1), dim=1), "The result for 3 heads of width 3")


@about("split_heads")
def test_split_of_any_layout(student):
    """It does not matter how the numbers lie in memory.

    `reshape` copes with a transposed tensor where `view` may not.
    """
    x = torch.randn(6, 5, 2).transpose(0, 2)
    close(student.split_heads(x, 2), torch.stack([x[..., :3], x[..., 3:]], dim=1))


@about("split_heads", needs="test_small_example_of_split_heads")
def test_split_raises_when_it_does_not_divide(student):
    """10 numbers cannot be cut into 4 equal heads: a ValueError says so.

    Test `d_model % n_heads` first.
    """
    raises(ValueError, student.split_heads, torch.randn(1, 2, 10), 4, when="when 10 numbers are cut into 4 heads")
    raises(ValueError, student.split_heads, torch.randn(4, 2, 6), 4, when="when 6 numbers are cut into 4 heads")


@about("split_heads")
def test_split_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its input alone."""
    agrees(
        student,
        lambda x: student.split_heads(x, 2),
        lambda x: torch.stack([x[..., :3], x[..., 3:]], dim=1),
        torch.randn(2, 4, 6),
    )


@about("merge_heads")
def test_small_example_of_merge_heads(student):
    """The heads (1 2), (5 6) and (3 4), (7 8) become the tokens (1 2 3 4) and (5 6 7 8).

    Bring time before the heads again; then the heads of a token lie side by side.
    """
    x = torch.tensor([[[[1.0, 2.0], [5.0, 6.0]], [[3.0, 4.0], [7.0, 8.0]]]])
    close(student.merge_heads(x), torch.tensor([[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]]))


@about("merge_heads", weight=2)
def test_heads_side_by_side(student):
    """Each token's heads lie side by side, head 0 first.

    Without the transpose the shape is right, but the numbers of different tokens are mixed.
    """
    x = torch.randn(2, 3, 5, 4)
    got = student.merge_heads(x)
    shape(got, (2, 5, 12))
    close(got, torch.cat([x[:, head] for head in range(3)], dim=-1))


@about("merge_heads")
def test_merge_undoes_split(student):
    """merge_heads(split_heads(x, n_heads)) is x again.

    Take back the two steps of split_heads in the opposite order.
    """
    for sides, n_heads in (((3, 4, 10), 5), ((1, 5, 6), 1), ((2, 1, 6), 6), ((4, 4, 4), 2), ((2, 3, 1), 1)):
        x = torch.randn(sides)
        close(student.merge_heads(student.course.split_heads(x, n_heads)), x, f"With {n_heads} heads, the result")


@about("merge_heads")
def test_merge_of_any_layout(student):
    """It does not matter how the numbers lie in memory, and they stay as they are.

    After a transpose `view` refuses; `reshape`, or `.contiguous()` before it, does not.
    """
    x = torch.randn(4, 5, 3, 2).transpose(0, 3)
    close(student.merge_heads(x), torch.cat([x[:, head] for head in range(5)], dim=-1))
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "an input that is not the same after the call")


@about("merge_heads")
def test_merge_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its input alone."""
    agrees(student, student.merge_heads, lambda x: torch.cat([x[:, 0], x[:, 1]], dim=-1), torch.randn(3, 2, 4, 5))


@about("MultiHeadAttention")
def test_small_example_of_multi_head_attention(student):
    """With two heads of width 1 and layers that change nothing, the result is (3, 2).

    Head 0 scores the two keys ln 3 and 0, so its weights are 3/4 and 1/4; head 1 has them the other way round.
    """
    query, key = torch.tensor([[[1.0, 1.0]]]), torch.tensor([[[math.log(3.0), 0.0], [0.0, math.log(3.0)]]])
    value = torch.tensor([[[4.0, 8.0], [0.0, 0.0]]])
    _takes_query_key_value(student)
    attention = made(student, plain(2), n_heads=2)
    got, given = attention(query, key, value), _as_named(student, attention, plain(2))
    after = attention.state()
    if any(not torch.equal(after[name], value) for name, value in given.items() if name in after):
        student.note("a call changes the layers")
        fail("A call of forward changes your layers.", "layers made once, in __init__", "other weights after the call")
    close(got, torch.tensor([[[3.0, 2.0]]]))


ROLES = ("query", "key", "value")


def _takes_query_key_value(student: Student) -> None:
    """Whether the arguments come in this order: three sentences of one length fit in any."""
    state, inputs = drawn(4), [torch.randn(2, 3, 4) for _ in ROLES]
    attention = made(student, state, n_heads=2)
    with torch.no_grad():
        got = attention(*inputs)
    for order in itertools.permutations(range(3)):
        expected, _ = formula(state, 2, *(inputs[order.index(role)] for role in range(3)))
        fits = (
            isinstance(got, Tensor) and got.shape == expected.shape and torch.allclose(got.float(), expected, atol=1e-4)
        )
        if fits and order != (0, 1, 2):
            taken = ", ".join(ROLES[role] for role in order)
            fail("Your attention takes its three inputs in another order.", ", ".join(ROLES), taken)


def _as_named(student: Student, attention: Handle, state: State) -> State:
    """The state by the names that the attention gives its parameters."""
    called = own_names(student, attention, attention.state())
    return {called[name]: value for name, value in state.items() if name in called}


def _made(student: Student) -> Handle:
    """An attention of width 12 with 3 heads; where there is none, it is noted what comes of the two numbers exchanged."""
    try:
        return student.MultiHeadAttention(12, 3)
    except AnswerRaised:
        with contextlib.suppress(AnswerRaised):
            exchanged = student.MultiHeadAttention(3, 12)
            student.note(sorted(tuple(one.shape) for one in exchanged.parameters().values()))
        raise


@about("MultiHeadAttention")
def test_four_layers(student):
    """It learns four matrices, w_q, w_k, w_v and w_o, each d_model by d_model, and nothing besides but their biases.

    All heads share one layer: `nn.Linear(d_model, d_model)` holds the matrices of every head on top of each other.
    """
    attention = _made(student)
    own = attention.state()
    own |= {name: own[called] for name, called in own_names(student, attention, own).items()}
    student.note({name: tuple(own[name].shape) for name in sorted(own) if name.split(".")[0] in LAYERS})
    for layer in LAYERS:
        if f"{layer}.weight" not in own:
            fail(f"There is no layer `{layer}`.", "the Linear layers w_q, w_k, w_v, w_o", ", ".join(own) or "none")
        shape(own[f"{layer}.weight"], (12, 12), f"`{layer}.weight`")
    trained = attention.parameters()
    count = sum(one.numel() for one in trained.values())
    student.note(count)
    wanted = 4 * 144 + sum(own[f"{layer}.bias"].numel() for layer in LAYERS if f"{layer}.bias" in own)
    if count != wanted:
        twice = [layer for layer in LAYERS if count < wanted and f"{layer}.weight" not in trained]
        came = f"{count} numbers" + (f": {', '.join(twice)} being the same layer as another" if twice else "")
        fail("Count what it learns, for d_model 12 and 3 heads.", f"{wanted} numbers", came)


@about("MultiHeadAttention", needs="test_four_layers")
def test_four_biases(student):
    """Each of the four layers has a bias.

    That is what `nn.Linear` does when you do not say `bias=False`.
    """
    attention = student.MultiHeadAttention(6, 2)
    own = own_names(student, attention, attention.state())
    missing = [layer for layer in LAYERS if f"{layer}.bias" not in own]
    student.note(missing)
    if missing:
        fail(
            f"There is no bias in {', '.join(missing)}.", "w_q, w_k, w_v, w_o each with weight and bias", ", ".join(own)
        )


@about("MultiHeadAttention", weight=2, needs="test_four_layers")
def test_self_attention(student):
    """Where query, key and value are one sentence, the result is that of the formula in section 3.2.2.

    Project, cut into heads, attend with scale sqrt(d_head) in every head, put the heads side by side, project with w_o.
    """
    state = drawn(12)
    attention = made(student, state, n_heads=3)
    for x in (torch.randn(2, 5, 12), torch.randn(12, 12, 12)):
        with torch.no_grad():
            close(attention(x, x, x), formula(state, 3, x, x, x)[0])


@about("MultiHeadAttention", weight=2, needs="test_four_layers")
def test_query_key_and_value(student):
    """Query, key and value may be three different things, and there may be more keys than queries, or fewer.

    w_q works on the query, w_k on the key, w_v on the value; take lengths from the tensor that you cut, not from the query.
    """
    state = drawn(8)
    inputs = [[torch.randn(2, length, 8) for length in lengths] for lengths in ((3, 5, 5), (6, 4, 4), (6, 4, 4))]
    inputs[-1][1][:, 1] = 0.0  # a key like any other
    attention = made(student, state, n_heads=2)
    with torch.no_grad():
        for query, key, value in inputs:
            what = f"With {query.shape[1]} queries and {key.shape[1]} keys, the result"
            close(attention(query, key, value), formula(state, 2, query, key, value)[0], what)
        x = with_scores_up_to(LARGE, state, 2, torch.randn(2, 6, 8))
        close(
            attention(x, x, x), formula(state, 2, x, x, x)[0], f"With scores up to {LARGE:g}, the result", scale=LARGE
        )
    if student.changed_its_input:
        fail("Your code changes query, key or value in place.", "new tensors", "other values after the call")


LARGE = 200.0
"""A score whose exponential is infinite in float32."""


def with_scores_up_to(largest: float, state: State, n_heads: int, x: Tensor) -> Tensor:
    """The sentences x, made so large that their scores come to about this."""
    q, k = (x @ state[f"{one}.weight"].T for one in ("w_q", "w_k"))
    q, k = (one.unflatten(-1, (n_heads, -1)).transpose(1, 2) for one in (q, k))
    return x * math.sqrt(largest * math.sqrt(q.shape[-1]) / (q @ k.mT).max())


@about("MultiHeadAttention", needs="test_four_layers")
def test_hidden_whatever_the_scores(student):
    """A forbidden key gets weight 0 even where its score is far above that of the allowed one.

    Put -inf (or a very large negative number) in place of forbidden scores before the softmax.
    """
    state = plain(4)
    query = torch.tensor([[[20.0, 0.0, 20.0, 0.0], [0.0, 0.0, 0.0, 0.0]]])  # the second sees both keys alike
    key = torch.tensor([[[-20.0, 0.0, -20.0, 0.0], [20.0, 0.0, 20.0, 0.0]]])
    value = torch.tensor([[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]])
    attention = made(student, state, n_heads=2)
    with torch.no_grad():
        got = attention(query, key, value, torch.tensor([[[True, False], [True, True]]]))
        close(got, torch.stack([value[:, 0], value.mean(dim=1)], dim=1))


@about("MultiHeadAttention", needs="test_query_key_and_value")
def test_as_torch_has_it(student):
    """With the same weights it gives what torch's own nn.MultiheadAttention gives.

    If the earlier checks hold and this one does not, look at the mask: True means *may attend*.
    """
    state, query, key, value = drawn(10), torch.randn(3, 4, 10), torch.randn(3, 6, 10), torch.randn(3, 6, 10)
    mask = torch.rand(3, 4, 6) > 0.4
    mask[..., 0] = True
    attention = made(student, state, n_heads=5)
    oracle = nn.MultiheadAttention(10, 5, batch_first=True)
    with torch.no_grad():
        oracle.in_proj_weight.copy_(torch.cat([state[f"{layer}.weight"] for layer in LAYERS[:3]]))
        oracle.in_proj_bias.copy_(torch.cat([state[f"{layer}.bias"] for layer in LAYERS[:3]]))
        oracle.out_proj.weight.copy_(state["w_o.weight"])
        oracle.out_proj.bias.copy_(state["w_o.bias"])
        expected, _ = oracle(query, key, value, attn_mask=~mask.repeat_interleave(5, dim=0))
        close(attention(query, key, value, mask), expected)


@about("MultiHeadAttention", weight=2, needs="test_four_layers")
def test_weights_are_kept(student):
    """After each call `weights` holds every head's shares, (batch, heads, queries, keys).

    Keep them as they come out of the softmax, one matrix for every head, and anew at each call.
    """
    state, key = drawn(6), torch.randn(2, 5, 6)
    queries = torch.randn(2, 4, 6), torch.randn(2, 3, 6)
    attention = made(student, state, n_heads=3)
    with torch.no_grad():
        for query, which in zip(queries, ("first", "second")):
            attention(query, key, key)
            close(kept(attention), formula(state, 3, query, key, key)[1], f"`weights` after the {which} call")


@about("MultiHeadAttention", weight=2, needs="test_query_key_and_value")
def test_padding_is_not_seen(student):
    """A mask of shape (batch, 1, keys) hides the same keys from every query and every head.

    The scores have one side more, the heads: the mask needs a side of length 1 there.
    """
    mask = torch.tensor([[[1, 1, 1, 0, 0]], [[1, 0, 0, 1, 0]], [[1, 1, 1, 1, 1]]]).bool()
    _masked(student, mask)
    _masked(student, mask[..., :4])  # as many keys as queries: the queries still see


@about("MultiHeadAttention", needs="test_query_key_and_value")
def test_one_mask_for_all(student):
    """A mask of shape (queries, keys) or (1, queries, keys) counts for every sentence of the batch.

    With two sides it lines up with the scores as it is; with three it needs a side for the heads after the first.
    """
    mask = torch.ones(4, 5, dtype=torch.bool).tril()
    _masked(student, mask)
    _masked(student, mask.unsqueeze(0))
    _masked(student, torch.tensor([[[True, False, True, True, False]]]))


@about("MultiHeadAttention", needs="test_query_key_and_value")
def test_mask_of_each_sentence(student):
    """A mask of shape (batch, queries, keys) says for every sentence which query may see which key.

    Its first side is the batch, even where there are as many heads as sentences: put the side for the heads after it.
    """
    mask, square = torch.rand(3, 4, 5) > 0.5, torch.rand(3, 4, 4) > 0.5
    mask[..., 1], square[..., 1] = True, True
    square[:, 2, 3], square[:, 3, 2] = True, False  # rows are queries, which only a square mask can hide
    _masked(student, mask)
    _masked(student, mask, n_heads=3)
    _masked(student, square)


def _masked(student: Student, mask: Tensor, n_heads: int = 2) -> None:
    keys = mask.shape[-1]
    state, query, key, value = drawn(6), torch.randn(3, 4, 6), torch.randn(3, keys, 6), torch.randn(3, keys, 6)
    attention = made(student, state, n_heads)
    expected, weights = formula(state, n_heads, query, key, value, mask)
    what = f"with a mask of shape {tuple(mask.shape)}"
    with torch.no_grad():
        got = attention(query, key, value, mask=mask)
        close(got, expected, f"The result {what}")
        close(kept(attention), weights, f"`weights` {what}")
        without = formula(state, n_heads, query, key, value)[0]
        close(attention(query, key, value), without, "After a call with a mask, the result without one")
    if student.changed_its_input:
        fail("Your code changes its input or the mask in place.", "new tensors", "other values after the call")


@about("MultiHeadAttention", needs="test_four_layers")
def test_each_query_has_its_own_softmax(student):
    """Scores far above or below those of the other queries give shares too, never NaN and never zeros.

    A softmax takes the maximum of its own row away before it exponentiates.
    """
    query = torch.tensor([[[20.0, 1.0], [-20.0, 1.0], [0.1, 0.2]]])
    key = torch.tensor([[[20.0, 1.0], [10.0, 3.0], [10.0, 2.0]]])
    state = plain(2)
    attention = made(student, state, n_heads=1)
    expected, weights = formula(state, 1, query, key, key)
    with torch.no_grad():
        for what, masks in (("", ()), (" with a mask that allows everything", (torch.ones(3, 3, dtype=torch.bool),))):
            close(attention(query, key, key, *masks), expected, f"The result{what}", scale=20.0)
            close(kept(attention), weights, f"`weights`{what}", scale=20.0)


@about("MultiHeadAttention", needs="test_mask_of_each_sentence")
def test_nothing_allowed(student):
    """A query that may see no key gets weights of 0, so that only w_o's bias is left: never NaN, never equal shares.

    The softmax of a row of -inf is 0 / 0; lesson 02's attention_weights knows what to do.
    """
    state, query, key = drawn(6), torch.randn(2, 3, 6), torch.randn(2, 4, 6)
    mask = torch.ones(2, 3, 4, dtype=torch.bool)
    mask[0, 1] = mask[1] = False
    attention = made(student, state, n_heads=2)
    with torch.no_grad():
        for one in (mask, torch.zeros_like(mask)):
            expected, weights = formula(state, 2, query, key, key, one)
            close(attention(query, key, key, one), expected)
            close(kept(attention), weights, "`weights`")


@about("MultiHeadAttention", needs="test_four_layers")
def test_past_does_not_see_the_future(student):
    """With a causal mask, changing later tokens never moves an earlier output.

    If it moves, tokens are mixed outside the softmax (a view without transpose) or the mask is turned around.
    """
    state, x = drawn(12), torch.randn(2, 6, 12)
    changed = torch.cat([x[:, :4], torch.randn(2, 2, 12)], dim=1)
    mask = torch.ones(6, 6, dtype=torch.bool).tril()
    attention = made(student, state, n_heads=4)
    with torch.no_grad():
        before = shape(attention(x, x, x, mask), (2, 6, 12))
        after = shape(attention(changed, changed, changed, mask), (2, 6, 12))
    close(after[:, :4], before[:, :4], message="The first four outputs moved when tokens five and six changed.")
    if torch.allclose(after[:, 4:], before[:, 4:]):
        fail("Tokens five and six changed, but the result did not.", "other outputs for them", "the same outputs")


@about("MultiHeadAttention", needs="test_four_layers")
def test_small_sizes(student):
    """A batch of one, a single query, a single key, a single head, a head for each number: all the same code.

    Never `squeeze()`: a side of length 1 is still a side.
    """
    drawings = [
        (drawn(4), n_heads, torch.randn(batch, queries, 4), torch.randn(batch, keys, 4), torch.randn(batch, keys, 4))
        for batch, queries, keys, n_heads in ((1, 3, 2, 2), (2, 1, 3, 1), (3, 2, 1, 4), (1, 1, 1, 2))
    ]
    for state, n_heads, query, key, value in drawings:
        attention = made(student, state, n_heads)
        what = f"With batch {len(query)}, {query.shape[1]} queries, {key.shape[1]} keys, {n_heads} heads, "
        expected, weights = formula(state, n_heads, query, key, value)
        with torch.no_grad():
            close(attention(query, key, value), expected, what + "the result")
            close(kept(attention), weights, what + "`weights`")


DROPPED = 0.3


def _with_dropout(student: Student, training: bool) -> tuple[Tensor, Tensor, Handle]:
    """What comes of a value that shows the weights themselves, twice in each head; and the weights it should show.

    Both are (batch, queries, heads, 2, keys). Random draws are left out of the record: nobody fixes their order.
    """
    state, x = plain(12), torch.randn(30, 5, 12)
    state |= {name: value for name, value in drawn(12).items() if name.startswith(("w_q", "w_k"))}
    key, value = torch.randn(30, 3, 12), torch.eye(3).repeat(30, 1, 4)
    attention = made(student, state, n_heads=2, dropout=DROPPED).set_mode(training)
    _, weights = formula(state, 2, x, key, value)
    with torch.no_grad():
        got = attention(x, key, value)
    student.forget()
    got = shape(got, (30, 5, 12)).unflatten(2, (2, 2, 3))
    return got, weights.transpose(1, 2).unsqueeze(3), attention


@about("MultiHeadAttention", weight=2, needs="test_four_layers")
def test_dropout_falls_on_the_weights(student):
    """In training, dropout puts some attention weights to 0 and divides the others by 1 - p.

    `nn.Dropout(dropout)` on the weights, after the softmax and before they meet the values; on nothing else.
    """
    got, weights, _ = _with_dropout(student, training=True)
    if torch.allclose(got, weights.expand(got.shape), atol=1e-5):
        student.note("nothing is dropped")
        fail("Nothing is dropped in training.", f"about {DROPPED:.0%} of the weights 0", "none")
    if not torch.allclose(got[..., 0, :], got[..., 1, :], atol=1e-5):
        seen = (got / weights).isclose(got[:, :1] / weights[:, :1]) | (got == 0) & (got[:, :1] == 0)
        known = (got == 0) | torch.isclose(got, weights / (1 - DROPPED), atol=1e-5)
        student.note(f"single numbers are dropped; for all queries alike: {seen.all()}; once: {known.all()}")
        fail(
            "A weight is dropped for some numbers of a value and not for others: dropout falls somewhere else.",
            "a weight dropped for the whole value vector",
            "single numbers dropped",
        )
    zero = got.abs() < 1e-6
    _survivors_are_divided(student, got[~zero], weights.expand(got.shape)[~zero])
    dropped = zero[..., 0, :]  # (batch, queries, heads, keys)
    sides = enumerate(("sentences", "queries", "heads", "keys"))
    alike = [name for side, name in sides if (dropped == dropped.select(side, 0).unsqueeze(side)).all()]
    if alike:
        names = " and ".join(alike)
        student.note(f"one draw for all {names}")
        fail(f"All {names} lose the same weights.", "each weight dropped by itself", f"one draw for all {names}")
    share = zero.float().mean().item()
    if abs(share - DROPPED) > 0.12:
        fail("Too many or too few weights are dropped.", f"about {DROPPED:.0%}", f"{share:.0%}")


def _survivors_are_divided(student: Student, got: Tensor, weights: Tensor) -> None:
    """What dropout left is the weight divided by 1 - p, with the p that was asked for."""
    times = (got / weights).median().item() if got.numel() else math.inf
    wrong = ~torch.isclose(got, weights / (1 - DROPPED), atol=1e-5)
    if got.numel() and not wrong.any():
        return
    if not torch.allclose(got, weights * times, atol=1e-5) or times < 0.999:
        student.note("neither dropped nor scaled")
        one, weight = got[wrong][0].item(), weights[wrong][0].item()
        fail(
            "A weight is neither dropped nor divided by 1 - p.",
            f"0 or {weight / (1 - DROPPED):.4g} for a weight of {weight:.4g} and p = {DROPPED}",
            f"{one:.4g}",
        )
    if times < 1.001:
        student.note("not divided")
        fail(
            "The weights that are not dropped stay as they are.", "each divided by 1 - p", "the same as without dropout"
        )
    rate = 1 - 1 / times
    student.note("1 - p" if abs(rate - (1 - DROPPED)) < 1e-3 else "another p")
    fail("Dropout has another p than the one asked for.", f"p = {DROPPED}", f"p = {rate:.2g}")


@about("MultiHeadAttention", needs="test_four_layers")
def test_weights_are_kept_before_dropout(student):
    """`weights` shows the shares before dropout, in training too: each row sums to one.

    Keep the weights first, then drop some of them.
    """
    _, weights, attention = _with_dropout(student, training=True)
    with torch.no_grad():
        got = kept(attention)
    student.forget()
    close(got, weights.squeeze(3).transpose(1, 2), "`weights`")


@about("MultiHeadAttention", needs="test_four_layers")
def test_no_dropout_in_evaluation(student):
    """In evaluation mode nothing is dropped, and without being asked for nothing is dropped in training either.

    `nn.Dropout` listens to `.eval()`; `F.dropout` needs `training=self.training`.
    """
    got, weights, _ = _with_dropout(student, training=False)
    close(got, weights.expand(got.shape).contiguous(), message="Something is dropped in evaluation mode.")
    state, x = drawn(6), torch.randn(8, 4, 6)
    attention = made(student, state, n_heads=2).set_mode(True)
    with torch.no_grad():
        got = attention(x, x, x)
    student.forget()  # what is dropped is nobody's business
    student.note("in training without being asked")
    close(got, formula(state, 2, x, x, x)[0], "In training without `dropout=`, the result")


@about("MultiHeadAttention", weight=2, needs="test_query_key_and_value")
def test_attention_precise_and_differentiable(student):
    """It works in float64, lets gradients through to query, key and value, and leaves its inputs alone.

    Keep everything in the dtype that came: no `.float()`, no `torch.tensor(...)` constants, no `detach`.
    """
    state, inputs = drawn(8), [torch.randn(2, length, 8) for length in (3, 4, 4)]
    mask = torch.tensor([[[1, 1, 0, 1], [1, 0, 1, 1], [0, 1, 1, 0]], [[0, 1, 1, 1], [1, 1, 0, 1], [1, 0, 1, 1]]]).bool()
    attention = made(student, state, n_heads=2).to(torch.float64)
    state = {name: value.double() for name, value in state.items()}
    agrees(
        student,
        lambda query, key, value: attention(query, key, value, mask),
        lambda query, key, value: formula(state, 2, query, key, value, mask)[0],
        *inputs,
    )
    same_sides = [torch.randn(4, 4, 4) for _ in range(3)]
    follows_its_numbers(student, lambda: student.MultiHeadAttention(4, 2), *same_sides)


@about("MultiHeadAttention", needs="test_four_layers")
def test_float64_is_kept(student):
    """In float64 it is precise to many digits, even where scores are large.

    Keep the dtype that came on the whole way: no `.float()`, no tensor of float32 in between.
    """
    state = {name: value.double() for name, value in plain(8).items()}
    query, key = 40 + torch.randn(2, 3, 8).double() / 40, 40 + torch.randn(2, 5, 8).double() / 40
    value = 40 * torch.randn(2, 5, 8).double()
    attention = made(student, state, n_heads=2).to(torch.float64)
    with torch.no_grad():
        close(attention(query, key, value), formula(state, 2, query, key, value)[0])


@about("MultiHeadAttention", needs="test_four_layers")
def test_gradients_reach_every_parameter(student):
    """The gradient of each weight and bias is that of the formula.

    Do not detach anything on the way to the result; use each of the four layers once.
    """
    state, inputs = drawn(8), [torch.randn(2, length, 8).double() for length in (3, 4, 4)]
    direction = torch.randn(2, 3, 8).double()
    attention = made(student, state, n_heads=4).to(torch.float64)
    state = {name: value.double().requires_grad_() for name, value in state.items()}
    got = shape(attention(*inputs), (2, 3, 8))
    if not got.requires_grad:
        fail("No gradient flows back through your code: look for detach, no_grad, .item() or numpy.")
    own, expected = attention.parameters(), _as_named(student, attention, state)
    for name, parameter in own.items():
        if not parameter.requires_grad:
            fail(f"`{name}` cannot be trained.", "parameters with requires_grad=True", "one without")
    gradients = torch.autograd.grad((got * direction).sum(), list(own.values()), allow_unused=True)
    (formula(state, 4, *inputs)[0] * direction).sum().backward()
    for name, gradient in zip(own, gradients):
        if gradient is None:
            fail(f"No gradient reaches `{name}`.", "a gradient for each parameter", "none")
        if name in expected:
            close(gradient, expected[name].grad, f"The gradient of `{name}`")
    dropping = made(student, drawn(8), n_heads=4, dropout=DROPPED)
    got = shape(dropping.to(torch.float64).set_mode(True)(*inputs), (2, 3, 8), "The result in training with dropout")
    student.forget()  # nobody fixes the order of the draws
    if not got.requires_grad:
        fail("In training with dropout no gradient flows back: look for detach, no_grad or .data.")
    if got.dtype != torch.float64:
        fail("In training with dropout the result has the wrong dtype.", "torch.float64", str(got.dtype))
    own = dropping.parameters()
    gradients = torch.autograd.grad(got.sum(), list(own.values()), allow_unused=True)
    for name, gradient in zip(own, gradients):
        if gradient is None:
            fail(f"In training with dropout no gradient reaches `{name}`.", "a gradient for each parameter", "none")


@about("MultiHeadAttention", needs="test_four_layers")
def test_called_by_name(student):
    """Every argument can be given by the name it has in the exercise.

    `MultiHeadAttention(d_model, n_heads, dropout=0.0)`, and `forward(query, key, value, mask=None)`.
    """
    state, query, key = drawn(6), torch.randn(2, 3, 6), torch.randn(2, 4, 6)
    made(student, state, n_heads=2)
    attention = student.MultiHeadAttention(d_model=6, n_heads=2, dropout=0.0).set_mode(False)
    fill(student, attention, state)
    with torch.no_grad():
        got = attention(query=query, key=key, value=key, mask=None)
        close(got, formula(state, 2, query, key, key)[0])


@about("MultiHeadAttention", needs="test_small_example_of_multi_head_attention")
def test_attention_raises_when_it_does_not_divide(student):
    """A d_model that n_heads does not divide raises ValueError when the attention is made.

    Look at `d_model % n_heads` in `__init__`, before any layer is made.
    """
    for d_model, n_heads in ((10, 4), (4, 8)):
        when = f"when MultiHeadAttention({d_model}, {n_heads}) is made"
        raises(ValueError, student.MultiHeadAttention, d_model, n_heads, when=when)


def _course_attention(student: Student, d_model: int, n_heads: int) -> tuple[Handle, State]:
    state = drawn(d_model)
    attention = student.course.MultiHeadAttention(d_model, n_heads)
    attention.load(state)
    return attention, state


def _matrices(student: Student, attention: Handle, head: int) -> list:
    """The answer's three matrices; one tensor that holds all three will do."""
    got = student.single_head_matrices(attention, head)
    return unpack(list(got) if isinstance(got, Tensor) and got.dim() == 3 else got, 3, "W_q, W_k, W_v")


@about("single_head_matrices")
def test_small_example_of_single_head_matrices(student):
    """Where w_q.weight is (1 2; 3 4), head 0 of two has W_q = (1; 2), its first row turned upright.

    Linear computes x @ weight.T: what comes out at place i is made by row i of the weight.
    """
    attention = student.course.MultiHeadAttention(2, 2)
    numbers = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    attention.load({"w_q.weight": numbers, "w_k.weight": numbers + 4, "w_v.weight": numbers + 8})
    with torch.no_grad():
        W_q, W_k, W_v = _matrices(student, attention, 0)
    close(W_q, torch.tensor([[1.0], [2.0]]), "W_q")
    close(W_k, torch.tensor([[5.0], [6.0]]), "W_k")
    close(W_v, torch.tensor([[9.0], [10.0]]), "W_v")


@about("single_head_matrices", weight=2)
def test_they_make_the_heads_projections(student):
    """For every head, x @ W_q is that head's part of w_q(x), biases aside; the same for keys and values.

    Head h owns the rows from h * d_head up to (h + 1) * d_head of each weight; transpose them.
    """
    attention, state = _course_attention(student, 12, 3)
    x = torch.randn(5, 12)
    with torch.no_grad():
        for head in range(3):
            matrices = _matrices(student, attention, head)
            for matrix, layer in zip(matrices, LAYERS):
                what = f"W_{layer[-1]} of head {head}"
                matrix = shape(matrix, (12, 4), what)
                expected = (x @ state[f"{layer}.weight"].T)[:, 4 * head : 4 * head + 4]
                close(x @ matrix, expected, f"x @ {what}")


@about("single_head_matrices", weight=2)
def test_single_heads_make_the_whole(student):
    """With zero biases, single heads with these matrices, side by side and through w_o, give the multi-head result.

    If the shapes are right, look at which rows belong to the head and at the order of the three matrices.
    """
    attention, state = _course_attention(student, 6, 2)
    state |= {name: torch.zeros_like(value) for name, value in state.items() if name.endswith("bias")}
    attention.load(state)
    x = torch.randn(2, 4, 6)
    heads = []
    with torch.no_grad():
        for head in range(2):
            matrices = _matrices(student, attention, head)
            names = (f"W_{layer[-1]} of head {head}" for layer in LAYERS)
            q, k, v = (x @ shape(matrix, (6, 3), name) for matrix, name in zip(matrices, names))
            heads.append(torch.softmax(q @ k.mT / math.sqrt(3), dim=-1) @ v)
        close(torch.cat(heads, dim=-1) @ state["w_o.weight"].T, formula(state, 2, x, x, x)[0], "The concatenation")


@about("single_head_matrices")
def test_one_head_owns_everything(student):
    """The only head of an attention with n_heads 1 owns the whole matrices; its numbers may be float64.

    The width of a head is d_model // n_heads; do not write it as a constant.
    """
    for d_model in (4, 96):
        attention, state = _course_attention(student, d_model, 1)
        attention.to(torch.float64)
        with torch.no_grad():
            matrices = _matrices(student, attention, 0)
        for matrix, layer in zip(matrices, LAYERS):
            close(matrix, state[f"{layer}.weight"].double().T, f"W_{layer[-1]}")


@about("single_head_matrices")
def test_matrices_leave_the_attention_alone(student):
    """The attention is the same afterwards.

    Read its weights; do not assign to them.
    """
    attention, state = _course_attention(student, 6, 3)
    with torch.no_grad():
        _matrices(student, attention, 1)
    for name, value in attention.state().items():
        close(value, state[name], f"`{name}` afterwards")


def _torch_attention(d_model: int, n_heads: int) -> nn.MultiheadAttention:
    """Torch's own attention with random biases too: it starts with zeros."""
    attention = nn.MultiheadAttention(d_model, n_heads, batch_first=True)
    with torch.no_grad():
        for parameter in attention.parameters():
            parameter.copy_(torch.randn_like(parameter) / 2)
    return attention


def _loaded(student: Student, attention: Handle, torch_attention: nn.MultiheadAttention) -> None:
    """Let the answer load; what it returns is its own affair."""
    student.load_torch_attention(attention, torch_attention)
    student.forget()
    own = attention.state()
    for layer in LAYERS:
        for name in (f"{layer}.weight", f"{layer}.bias"):
            if name not in own:
                student.note(f"{name} is gone")
                fail(
                    f"`{name}` is no longer a parameter.", "the layers w_q, w_k, w_v, w_o as they were", ", ".join(own)
                )


@about("load_torch_attention")
def test_small_example_of_load(student):
    """Torch keeps the three matrices in one, query on top: for d_model 1 and in_proj_weight (2; 3; 5), w_k becomes 3.

    `in_proj_weight` is (3 * d_model, d_model): w_q, w_k, w_v from top to bottom. The output layer is `out_proj`.
    """
    torch_attention = nn.MultiheadAttention(1, 1, batch_first=True)
    with torch.no_grad():
        torch_attention.in_proj_weight.copy_(torch.tensor([[2.0], [3.0], [5.0]]))
        torch_attention.in_proj_bias.copy_(torch.tensor([0.2, 0.3, 0.5]))
        torch_attention.out_proj.weight.fill_(7.0)
        torch_attention.out_proj.bias.fill_(0.7)
    attention, _ = _course_attention(student, 1, 1)
    _loaded(student, attention, torch_attention)
    own = attention.state()
    student.note({name: value.tolist() for name, value in own.items()})
    for layer, number in zip(LAYERS, (2.0, 3.0, 5.0, 7.0)):
        close(own[f"{layer}.weight"], torch.tensor([[number]]), f"`{layer}.weight`")
        close(own[f"{layer}.bias"], torch.tensor([number / 10]), f"`{layer}.bias`")


@about("load_torch_attention", weight=2)
def test_outputs_then_agree(student):
    """Afterwards both attentions give the same result for the same query, key and value.

    Weights and biases of all four layers; Linear and torch's attention keep their matrices the same way up.
    """
    torch_attention, (attention, _) = _torch_attention(8, 2), _course_attention(student, 8, 2)
    query, key, value = (torch.randn(3, length, 8) for length in (4, 5, 5))
    _loaded(student, attention, torch_attention)
    with torch.no_grad():
        close(attention(query, key, value), torch_attention(query, key, value)[0])


@about("load_torch_attention")
def test_every_weight_and_bias_is_copied(student):
    """Each of the eight tensors holds torch's numbers, in float64 too.

    The biases of the first three layers stand in `in_proj_bias`, in the same order.
    """
    torch_attention, (attention, _) = _torch_attention(6, 3).double(), _course_attention(student, 6, 3)
    attention.to(torch.float64)
    _loaded(student, attention, torch_attention)
    own = attention.state()
    student.note({name: own[name].mean().item() for name in sorted(own)})
    weights, biases = torch_attention.in_proj_weight.split(6), torch_attention.in_proj_bias.split(6)
    output = torch_attention.out_proj
    for layer, weight, bias in zip(LAYERS, (*weights, output.weight), (*biases, output.bias)):
        close(own[f"{layer}.weight"], weight, f"`{layer}.weight`")
        close(own[f"{layer}.bias"], bias, f"`{layer}.bias`")


@about("load_torch_attention", needs="test_small_example_of_load")
def test_torch_attention_is_left_alone(student):
    """The torch attention keeps its numbers.

    Copy from it into yours: `mine.copy_(theirs)`.
    """
    torch_attention, (attention, _) = _torch_attention(4, 2), _course_attention(student, 4, 2)
    before = {name: value.clone() for name, value in torch_attention.state_dict().items()}
    _loaded(student, attention, torch_attention)
    for name, value in torch_attention.state_dict().items():
        close(value, before[name], f"Torch's `{name}` afterwards")
    frozen = [name for name, parameter in torch_attention.named_parameters() if not parameter.requires_grad]
    student.note(frozen)
    if frozen:
        fail("Torch's attention can no longer be trained.", "requires_grad as before", f"{frozen[0]} without")


@about("load_torch_attention", needs="test_small_example_of_load")
def test_they_are_copies(student):
    """They are copies: training one of the two attentions later does not move the other, and yours can still be trained.

    A slice of a tensor looks into the same memory; `copy_` or `clone()` makes numbers of its own.
    """
    torch_attention, (attention, _) = _torch_attention(4, 2), _course_attention(student, 4, 2)
    x = torch.randn(2, 3, 4)
    _loaded(student, attention, torch_attention)
    with torch.no_grad():
        before = tensor(attention(x, x, x))
        for parameter in torch_attention.parameters():
            parameter.mul_(2.0)
        close(attention(x, x, x), before, message="Your attention moved when the torch attention's weights changed.")
    untrained = [name for name, parameter in attention.parameters().items() if not parameter.requires_grad]
    if untrained or len(attention.parameters()) != 8:
        fail(f"{', '.join(untrained) or 'Something'} is no longer a trained parameter.", "8 trained parameters")


def _count(student: Student, d_model: int) -> object:
    """The answer's count; a tensor that holds one number will do."""
    got = student.attention_parameters(d_model)
    return got.item() if isinstance(got, Tensor) and got.numel() == 1 else got


@about("attention_parameters")
def test_small_example_of_attention_parameters(student):
    """For d_model 2 it learns 24 numbers: four times a 2 by 2 matrix and 2 biases.

    Count one layer, weights and biases, and take it four times.
    """
    equal(_count(student, 2), 24, "The number of parameters for d_model 2")


@about("attention_parameters", weight=2)
def test_the_count_of_torchs_layer(student):
    """It is the number of parameters of torch's own layer of this width, for any number of heads.

    The heads share d_model among them, so their number does not matter.
    """
    for d_model, n_heads in ((1, 1), (7, 7), (12, 3), (64, 8), (100, 5)):
        oracle = nn.MultiheadAttention(d_model, n_heads)
        count = sum(parameter.numel() for parameter in oracle.parameters())
        equal(_count(student, d_model), count, f"The number of parameters for d_model {d_model}")


@about("attention_parameters")
def test_the_papers_layer(student):
    """For the paper's d_model of 512 it is 1,050,624.

    The result is a whole number.
    """
    equal(_count(student, 512), 1_050_624, "The number of parameters for d_model 512")
