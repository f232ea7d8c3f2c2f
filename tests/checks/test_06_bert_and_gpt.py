"""What is true of right answers to lesson 06."""

import contextlib
import functools
import math

import torch
import torch.nn.functional as F
from torch import Tensor

from utils.checking.blocks import Block, fit, make
from utils.checking.checks import about
from utils.checking.expect import Failed, close, describe, equal, fail, gradients_on_again, shape, tensor, unpack
from utils.checking.late import pulled_back
from utils.checking.parts import ATTENTION, FEED_FORWARD, NORM
from utils.checking.properties import agrees, follows_its_numbers
from utils.checking.student import AnswerRaised, Handle, Share, Student

PAD, BOS, EOS, UNK, MASK = range(5)
SPECIAL = [PAD, BOS, EOS, UNK, MASK]


def masked(student, tokens, vocab_size, *, mask=MASK, special=SPECIAL, seed=None, **more) -> tuple[Tensor, Tensor]:
    """What mask_tokens returns, after a look at kind and shape."""
    if seed is not None:
        more["generator"] = torch.Generator().manual_seed(seed)
    got = drawn(student, student.mask_tokens(tokens, mask, vocab_size, special, **more))
    inputs, labels = unpack(got, 2, "inputs, labels")
    for one, what in ((inputs, "inputs"), (labels, "labels")):
        shape(one, tuple(tokens.shape), what)
        if one.dtype != torch.int64:
            fail(f"{what} must hold token ids.", "torch.int64", one.dtype)
    chosen = labels != -100
    parts = [chosen, chosen & (labels == tokens), chosen & (labels == inputs), ~chosen & (inputs == tokens)]
    parts += [chosen & (inputs == mask), chosen & (inputs == tokens), ~chosen & (inputs == mask)]
    student.note(Share(torch.stack([part.double().mean() for part in parts]), 3 / math.sqrt(tokens.numel())))
    return inputs, labels


def drawn(student: Student, got: object) -> object:
    """A result that rests on chance: the record keeps its kind, and the checks note what is true of it."""
    student.forget()
    student.note([describe(one) for one in (got if isinstance(got, tuple | list) else [got])])
    return got


def share(student: Student, part: Tensor, expected: float, within: float, what: str) -> None:
    """The share of True in `part`; `within` is more than six standard deviations, so chance never fails anyone."""
    if not part.numel():
        student.note("none")
        fail(f"{what}.", f"about {expected:.0%}", "no such token")
    got = part.double().mean().item()
    student.note(Share(torch.tensor(got), within))
    if not abs(got - expected) <= within:
        fail(f"{what}.", f"about {expected:.0%}", f"{got:.1%} of {part.numel():,}")


def seeds(count: int) -> list[int]:
    return torch.randint(2**31, (count,)).tolist()


@about("mask_tokens")
def test_nothing_and_everything(student):
    """With probability 0 nothing is asked; with probability 1 every ordinary token is, and its label is the token.

    A label is -100 where nothing is asked, else the token that stood there before. Special tokens are never chosen.
    """
    tokens = torch.tensor([[BOS, 7, 8, 9, EOS, PAD]])
    inputs, labels = masked(student, tokens, 10, probability=0.0, seed=1)
    close(inputs, tokens, "inputs with probability 0")
    close(labels, torch.full_like(tokens, -100), "labels with probability 0")
    _, labels = masked(student, tokens, 10, probability=1.0, seed=1)
    close(labels, torch.tensor([[-100, 7, 8, 9, -100, -100]]), "labels with probability 1")


@about("mask_tokens", weight=2)
def test_labels_are_what_stood_there(student):
    """A label is the token that stood there, and where the label is -100 the input is the token itself.

    Keep the original tokens for the labels; change only the chosen places of the inputs.
    """
    tokens = torch.randint(5, 50, (40, 60))
    inputs, labels = masked(student, tokens, 50, probability=0.4, seed=seeds(1)[0])
    chosen = labels != -100
    close(labels[chosen], tokens[chosen], "A label that is not -100")
    close(inputs[~chosen], tokens[~chosen], "An input that is not chosen")
    if student.changed_its_input:
        fail("Your code changes `tokens` in place.", "a new tensor", "other tokens after the call")


@about("mask_tokens")
def test_special_tokens_are_never_chosen(student):
    """Special tokens are never asked for and never replaced, however high the probability.

    A token is chosen if chance says so *and* it is not in special_ids.
    """
    for tokens, special, inputs, labels in crowded(student):
        is_special = sum(tokens == one for one in special).bool()
        close(inputs[is_special], tokens[is_special], "The input at a special token")
        close(labels[is_special], torch.full_like(labels[is_special], -100), "The label at a special token")
        if not (labels[~is_special] != -100).any():
            fail("Of the ordinary tokens none is chosen.", "about 90% of them", "none")


def crowded(student: Student):
    """Tokens of which many are special, two kinds of special_ids whose last is mask_id, and what becomes of them."""
    tokens = torch.randint(0, 9, (60, 50))
    for special in (SPECIAL, [6, 1, 3]):
        more = {"mask": special[-1], "special": special, "probability": 0.9, "seed": seeds(1)[0]}
        inputs, labels = masked(student, tokens, 9, **more)
        student.note([one for one in range(9) if (labels[tokens == one] != -100).any()])
        yield tokens, special, inputs, labels


@about("mask_tokens", weight=2)
def test_share_of_chosen_tokens(student):
    """As many ordinary tokens are chosen as `probability` says, 15% when nothing is said.

    Draw a number between 0 and 1 for each token and compare it with `probability`.
    """
    tokens = torch.randint(5, 90, (100, 80))
    tokens[:, ::4] = EOS
    ordinary = tokens > MASK
    for probability, within in ((0.15, 0.035), (0.6, 0.05)):
        given = {} if probability == 0.15 else {"probability": probability}
        _, labels = masked(student, tokens, 90, seed=seeds(1)[0], **given)
        what = f"Chosen with probability {probability}" if given else "Chosen when no probability is given"
        share(student, labels[ordinary] != -100, probability, within, what)
    for tokens, special, _, labels in crowded(student):
        ordinary = sum(tokens == one for one in special) == 0
        what = f"With special_ids={special} and mask_id={special[-1]}, ordinary tokens chosen with probability 0.9"
        share(student, labels[ordinary] != -100, 0.9, 0.07, what)


@about("mask_tokens", weight=3)
def test_eighty_ten_ten(student):
    """Of the chosen tokens 80% become the mask token, 10% another word, and 10% stay as they are.

    One draw per chosen token decides: below 0.8 the mask, up to 0.9 a random word, above that nothing changes.
    """
    tokens = torch.randint(5, 1000, (80, 100))
    inputs, _ = masked(student, tokens, 1000, probability=1.0, seed=seeds(1)[0])
    hidden, same = inputs == MASK, inputs == tokens
    student.note([(one.double().mean() > 0.01).item() for one in (same, ~hidden & ~same)])
    share(student, hidden, 0.8, 0.033, "Chosen tokens that became the mask token")
    share(student, same, 0.1, 0.027, "Chosen tokens that stayed as they are")
    share(student, ~hidden & ~same, 0.1, 0.027, "Chosen tokens that became another word")
    student.note(inputs[~hidden & ~same].unique().numel() > 20)
    drawn_apart = any(len(row[one].unique()) > 1 for row, one in zip(inputs, ~hidden & ~same))
    student.note(drawn_apart)
    if not drawn_apart:
        fail("All random words of a row are the same.", "a word of its own for each of these tokens", "one for a row")
    share(student, inputs[~hidden & ~same] >= 500, 0.5, 0.14, "Of 1,000 words, random words from the upper half")
    inputs, labels = masked(student, tokens, 1000, probability=0.3, seed=seeds(1)[0])
    inputs, tokens = inputs[labels != -100], tokens[labels != -100]
    if len(tokens):
        share(student, inputs == MASK, 0.8, 0.06, "With probability 0.3, chosen tokens that became the mask token")
        share(student, inputs == tokens, 0.1, 0.045, "With probability 0.3, chosen tokens that stayed as they are")
        words = inputs[(inputs != MASK) & (inputs != tokens)]
        share(student, words >= 500, 0.5, 0.22, "With probability 0.3, random words from the upper half of 1,000")
    for _, special, inputs, labels in crowded(student):
        what = f"With special_ids={special} and mask_id={special[-1]}, chosen tokens that became the mask token"
        share(student, inputs[labels != -100] == special[-1], 0.81, 0.09, what)


@about("mask_tokens")
def test_random_words_are_the_whole_vocabulary(student):
    """The random word may be any word of the vocabulary, each as often as the others.

    `torch.randint(vocab_size, …)` draws from 0 to vocab_size - 1.
    """
    tokens = torch.full((80, 100), 6)
    inputs, _ = masked(student, tokens, 12, probability=1.0, seed=seeds(1)[0])
    words = inputs[(inputs > MASK) & (inputs != 6)]
    missing = sorted({5, 7, 8, 9, 10, 11} - set(words.tolist()))
    student.note([bool((inputs == 12).any()), missing if len(missing) < 4 else "most"])
    if (inputs < 0).any() or (inputs >= 12).any():
        outside = inputs[(inputs < 0) | (inputs >= 12)][0]
        fail("A random word is not in the vocabulary.", "ids from 0 to 11", int(outside))
    if missing:
        fail("Some words are never drawn.", "every id from 5 to 11", f"never {missing}")
    for word in (5, 7, 8, 9, 10, 11):
        share(student, words == word, 1 / 6, 0.14, f"Random words that are id {word}")
    tokens, special = torch.randint(0, 9, (80, 100)), [0, 3, 6]
    inputs, _ = masked(student, tokens, 9, mask=6, special=special, probability=1.0, seed=seeds(1)[0])
    never = sorted({*range(9)} - {*special, *inputs[inputs != tokens].tolist()})
    student.note(never if len(never) < 4 else "most")
    if never:
        fail(
            f"With special_ids={special} and mask_id=6 some words are never drawn.",
            "1, 2, 4, 5, 7 and 8",
            f"never {never}",
        )


@about("mask_tokens", weight=2)
def test_each_token_on_its_own(student):
    """Each token is chosen independently of all others: not a fixed number, not whole rows, not the same places in every row.

    Draw one number for every token of the batch: `torch.rand(tokens.shape, generator=generator)`.
    """
    tokens = torch.randint(5, 99, (100, 50))
    inputs, labels = masked(student, tokens, 99, probability=0.5, seed=seeds(1)[0])
    chosen = labels != -100
    spread = chosen.double().sum(dim=1).var().item()
    student.note(spread > 3)
    share(student, chosen[1:] == chosen[:-1], 0.5, 0.06, "Places where two neighbouring rows agree on being chosen")
    share(student, chosen[:, 1:] == chosen[:, :-1], 0.5, 0.06, "Neighbouring tokens that agree on being chosen")
    for side, name in ((0, "column"), (1, "row")):
        if not (chosen.any(dim=side) & ~chosen.all(dim=side)).all():
            fail(f"A whole {name} was chosen, or none of it.", "about half of it", f"all or nothing of one {name}")
    labels = (masked(student, tokens[:40, :30], 99, probability=0.5, seed=seed)[1] for seed in seeds(7))
    totals = [int((one != -100).sum()) for one in labels]
    student.note(len(set(totals)) > 1)
    if len(set(totals)) == 1:
        fail("The number of chosen tokens is the same in every call.", "a number that varies", totals)
    if not 3 < spread < 30:
        fail("The number of chosen tokens varies in the wrong way from row to row.", "variance 12.5", f"{spread:.1f}")
    hidden = inputs == MASK
    share(
        student,
        (hidden[1:] == hidden[:-1])[chosen[1:] & chosen[:-1]],
        0.68,
        0.1,
        "Chosen neighbours (above) that agree on [MASK]",
    )


@about("mask_tokens", weight=2)
def test_all_randomness_from_the_generator(student):
    """The same generator gives the same gaps, another one gives others, and no other source of chance plays a part.

    Pass `generator=generator` to every call that draws; `torch.rand_like` takes none, `torch.rand(x.shape, …)` does.
    """
    tokens = torch.randint(5, 60, (30, 40))
    seed, other = seeds(2)
    torch.manual_seed(1)
    first = masked(student, tokens, 60, probability=0.5, seed=seed)
    torch.manual_seed(2)
    again = masked(student, tokens, 60, probability=0.5, seed=seed)
    both = (first[1] != -100) & (again[1] != -100)
    student.note([torch.equal(before, after) for before, after in zip(first, again)])
    student.note(Share(((first[0] == MASK) == (again[0] == MASK))[both].double().mean(), 0.1))
    for before, after, what in zip(first, again, ("inputs", "labels")):
        close(after, before, what, f"The same generator gave other {what}.")
    if torch.equal(masked(student, tokens, 60, probability=0.5, seed=other)[1], first[1]):
        fail("Another generator gave the same gaps.", "other gaps", "the same")
    generator = torch.Generator().manual_seed(seed)
    one, two = (masked(student, tokens, 60, probability=0.5, generator=generator)[1] for _ in range(2))
    student.note(torch.equal(one, two))
    if torch.equal(one, two):
        fail("A second call with one generator makes the same gaps.", "other gaps: the generator moves on", "the same")
    one, two = (masked(student, tokens, 60, probability=0.5)[1] for _ in range(2))
    if torch.equal(one, two):
        fail("Without a generator every call chooses the same tokens.", "other gaps", "the same")


def pooled(hidden: Tensor, mask: Tensor) -> Tensor:
    return torch.stack([row[real].mean(dim=0) for row, real in zip(hidden, mask)])


@about("mean_pool")
def test_mean_of_two_real_tokens(student):
    """The mean of (1, 3) and (3, 5), with (9, 9) in the padding, is (2, 4).

    Sum the real tokens, divide by how many there are.
    """
    hidden = torch.tensor([[[1.0, 3.0], [3.0, 5.0], [9.0, 9.0]]])
    close(student.mean_pool(hidden, torch.tensor([[True, True, False]])), torch.tensor([[2.0, 4.0]]))


@about("mean_pool", weight=2)
def test_each_sentence_over_its_own_length(student):
    """Every sentence is averaged over its own real tokens.

    Divide by the number of real tokens in the row, not by the padded length.
    """
    hidden, lengths = torch.randn(4, 6, 3), torch.tensor([6, 1, 4, 2])
    hidden[0, 2] = 0.0  # a real token may be zero
    mask = torch.arange(6) < lengths.unsqueeze(1)
    close(student.mean_pool(hidden, mask), pooled(hidden, mask))
    mask = mask.flip(1)  # padding may come first
    close(student.mean_pool(hidden, mask), pooled(hidden, mask), "With padding in front, the result")
    for dim in (1, 20):
        hidden = torch.randn(4, 6, dim)
        close(student.mean_pool(hidden, mask), pooled(hidden, mask), f"For vectors of {dim}, the result")
    close(student.mean_pool(hidden[:1], mask[:1]), pooled(hidden[:1], mask[:1]), "For a single sentence, the result")
    hidden, mask = torch.randn(1, 300, 2), torch.ones(1, 300, dtype=torch.bool)
    close(student.mean_pool(hidden, mask), pooled(hidden, mask), "For a sentence of 300 tokens, the result")
    if student.changed_its_input:
        fail("Your code changes its input in place.", "a new tensor", "other numbers in it after the call")


@about("mean_pool")
def test_padding_never_moves_the_sentence(student):
    """What stands in the padding never changes a sentence's vector.

    Multiply by the mask, or fill with 0, before you sum.
    """
    hidden, mask = torch.randn(2, 5, 3), torch.tensor([[1, 1, 1, 0, 0], [1, 1, 1, 1, 0]]).bool()
    other = torch.where(mask.unsqueeze(-1), hidden, 50 * torch.randn(2, 5, 3))
    before = tensor(student.mean_pool(hidden, mask)).detach()
    message = "The vector moved when only the padding changed."
    close(student.mean_pool(other, mask), before, message=message, scale=5.0)


@about("mean_pool")
def test_mean_pool_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its inputs alone."""
    mask = torch.tensor([[True, True, False], [True, False, False]])
    agrees(student, student.mean_pool, pooled, torch.randn(2, 3, 4), mask)


ENDS = ("weight", "bias")
BERT_PARTS = {
    "attention.self.query": ("d_model", "d_model"),
    "attention.self.key": ("d_model", "d_model"),
    "attention.self.value": ("d_model", "d_model"),
    "attention.output.dense": ("d_model", "d_model"),
    "attention.output.LayerNorm": ("d_model",),
    "intermediate.dense": ("d_ff", "d_model"),
    "output.dense": ("d_model", "d_ff"),
    "output.LayerNorm": ("d_model",),
}
OUR_ATTENTION = {
    "w_q": "attention.self.query",
    "w_k": "attention.self.key",
    "w_v": "attention.self.value",
    "w_o": "attention.output.dense",
}
OUR_FEED_FORWARD = {"linear1": "intermediate.dense", "linear2": "output.dense"}


def published_bert(n_layers: int, d_model: int, d_ff: int, prefix: str = "", old_names: bool = False) -> dict:
    """Tensors under the names of a published BERT, with what else such a file holds."""
    size = {"d_model": d_model, "d_ff": d_ff}
    found = {
        "embeddings.word_embeddings.weight": torch.randn(11, d_model),
        "embeddings.position_ids": torch.arange(9).unsqueeze(0),
        "embeddings.LayerNorm.weight": torch.randn(d_model),
        "embeddings.LayerNorm.bias": torch.randn(d_model),
    }
    for i in range(n_layers):
        for part, sides in BERT_PARTS.items():
            sides = [size[side] for side in sides]
            found[f"encoder.layer.{i}.{part}.weight"] = torch.randn(sides) * 0.5 + (len(sides) == 1)
            found[f"encoder.layer.{i}.{part}.bias"] = torch.randn(sides[0]) * 0.5
    found |= {"pooler.dense.weight": torch.randn(d_model, d_model), "pooler.dense.bias": torch.randn(d_model)}
    if old_names:
        renamed = {"LayerNorm.weight": "LayerNorm.gamma", "LayerNorm.bias": "LayerNorm.beta"}
        found = {_renamed(key, renamed): value for key, value in found.items()}
    found = {prefix + key: value for key, value in found.items()}
    if prefix:
        found["cls.predictions.bias"] = torch.randn(11)
        found["cls.predictions.transform.dense.weight"] = torch.randn(d_model, d_model)
    return dict(sorted(found.items()))  # as in real files


def _renamed(key: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        key = key.replace(old, new)
    return key


def blocks_of(plain: dict[str, Tensor], n_layers: int) -> list[Block]:
    """The numbers of a published BERT's layers, in the order of use; `plain` has the published names."""

    def of_kind(kind: str, start: str, parts: dict[str, str]) -> Block:
        roles = {f"{own}.{end}".strip("."): f"{start}.{theirs}.{end}" for own, theirs in parts.items() for end in ENDS}
        return Block(kind, {role: plain[name] for role, name in roles.items()})

    found = []
    for start in (f"encoder.layer.{i}" for i in range(n_layers)):
        found += [of_kind(ATTENTION, start, OUR_ATTENTION), of_kind(NORM, start, {"": "attention.output.LayerNorm"})]
        found += [of_kind(FEED_FORWARD, start, OUR_FEED_FORWARD), of_kind(NORM, start, {"": "output.LayerNorm"})]
    return found


def origins(some: dict[str, object], plain: dict[str, Tensor]) -> dict[str, str]:
    """Which published tensor each is, as it is, turned or rounded: for the record, where it must not rest on chance."""
    names = [*plain]
    firsts = torch.stack([one.flatten()[0].float() for one in plain.values()]) if some else torch.empty(0)
    return {key: _origin(one, plain, names, firsts) for key, one in some.items()}


def _origin(one: object, plain: dict[str, Tensor], names: list[str], firsts: Tensor) -> str:
    if not isinstance(one, Tensor) or not one.is_floating_point() or not one.numel():
        return describe(one)
    one = one.detach().float()
    alike = [names[i] for i in ((firsts - one.flatten()[0]).abs() <= 0.02).nonzero().flatten().tolist()]
    for told, within in (("", 0.0), ("about ", 0.02)):
        for name in alike:
            for turned, theirs in (("", plain[name]), ("turned ", plain[name].T)):
                if theirs.shape == one.shape and torch.allclose(one, theirs, rtol=within, atol=within):
                    return told + turned + name
    return "other numbers" if one.any() else "zeros"


def _is(one: object, other: Tensor) -> bool:
    return isinstance(one, Tensor) and one.dtype == other.dtype and torch.equal(one, other)


def check_bert(student, state: dict[str, Tensor], plain: dict[str, Tensor], n_layers: int) -> None:
    """The answer for `state` has the encoder's keys, each with the tensor that belongs there: its parts are found by use."""
    d_ff, d_model = plain["encoder.layer.0.intermediate.dense.weight"].shape
    encoder = make(student, "Encoder", n_layers, d_model, 2, d_ff)  # the course's, or that of the submission
    fit(student, encoder, blocks_of(plain, n_layers), torch.randn(2, 5, d_model))
    own, learned = encoder.state(), encoder.parameters()
    try:
        got = student.bert_weights(state, n_layers)
    except AnswerRaised as error:
        student.forget()  # which name is missed first is free
        student.note(error.kind)
        raise
    if not isinstance(got, dict):
        came = "a module or function" if isinstance(got, Handle) else describe(got)
        fail("The result is not a dictionary of tensors.", "a dict, such as state_dict() gives", came)
    missing, more = [key for key in own if key not in got], sorted(key for key in got if key not in own)
    own_words = [key for key in more if key not in state and key not in plain]
    odd = [key for key in learned if key in got and not _is(got[key], own[key])]
    student.forget()
    student.note([missing, own_words, more != own_words, origins({key: got[key] for key in odd}, plain)])
    if missing:
        instead = f"in their place {_few(more)}" if more else f"only {len(got)} keys"
        fail("Some keys of your Encoder's state_dict are missing.", _few(missing), instead)
    if more:
        fail("There are keys that the Encoder does not have.", f"only its {len(own)} keys", _few(more))
    for key, value in own.items():
        shape(got[key], tuple(value.shape), f"{key}")
        if key in odd:
            close(got[key], value, f"{key} (from {origins({key: value}, plain)[key]})")
    if student.changed_its_input:
        fail("Your code changes the state_dict it was given.", "its keys and tensors as they were", "others")


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


@about("bert_weights", weight=2)
def test_one_layer_of_bert(student):
    """One layer's tensors arrive where they belong: query in w_q, and so on.

    The keys are those of `Encoder(1, d_model, n_heads, d_ff).state_dict()`; d_model and d_ff can be read off the shapes.
    """
    state = published_bert(1, 4, 6)
    check_bert(student, state, state, 1)


@about("bert_weights", weight=2)
def test_every_layer_gets_its_own(student):
    """Layer i gets the tensors of encoder.layer.i, also beyond the ninth.

    `layer.1` is also the beginning of `layer.10`: look for `layer.1.` with its dot.
    """
    state = published_bert(11, 4, 6)
    check_bert(student, state, state, 11)


@about("bert_weights")
def test_bert_prefix(student):
    """A file whose keys begin with `bert.` gives the same.

    Take the prefix off first: `key.removeprefix("bert.")`.
    """
    state = published_bert(2, 6, 4, prefix="bert.")
    check_bert(student, state, {key.removeprefix("bert."): value for key, value in state.items()}, 2)


@about("bert_weights")
def test_gamma_and_beta(student):
    """Files from the time when a norm's weight was called gamma and its bias beta give the same, with and without `bert.`.

    Where a key ends in `gamma` read `weight`, where it ends in `beta` read `bias`.
    """
    wrong = []
    for prefix in ("", "bert."):
        state = published_bert(2, 4, 10, prefix=prefix, old_names=True)
        names = {"LayerNorm.gamma": "LayerNorm.weight", "LayerNorm.beta": "LayerNorm.bias"}
        plain = {_renamed(key.removeprefix("bert."), names): value for key, value in state.items()}
        try:
            check_bert(student, state, plain, 2)
        except (Failed, AnswerRaised) as reason:
            wrong.append(reason)
        student.note(len(wrong))
    if wrong:
        raise wrong[0]


@about("bert_weights")
def test_only_the_first_layers(student):
    """Of a deeper model only the first n_layers are taken, and everything else in the file is left out.

    Go through your own encoder's keys, not through the file's.
    """
    state = published_bert(4, 6, 8)
    check_bert(student, state, state, 2)


SIZES = {"vocab_size": 11, "d_model": 8, "n_heads": 2, "n_layers": 3, "d_ff": 12, "max_length": 7}


def free_inside(check):
    """How a GPT is built inside is free: the record keeps what the check notes, and what it says of a failure."""

    @functools.wraps(check)
    def noting(student):
        try:
            check(student)
        except Failed as failed:
            came = failed.got.partition(":")[0]
            told = came if came.endswith("Error") or came.startswith(("shape", "no error")) else ""
            student.note([failed.message.partition(" (")[0], told])
            raise
        except AnswerRaised as error:
            student.note(error.kind)
            raise
        finally:
            student.keep_notes()

    return noting


def a_gpt(student, spread: float = 0.3, **changed):
    """The answer's GPT with every parameter drawn anew, so that nothing rests on how it was initialised."""
    model = student.GPT(**{**SIZES, **changed})
    model.load({name: torch.randn(one.shape) * spread + (one.dim() == 1) for name, one in model.parameters().items()})
    return model


def some_tokens(*sides: int, vocab_size: int = SIZES["vocab_size"]) -> Tensor:
    return torch.randint(1, vocab_size, sides)


def another(tokens: Tensor, vocab_size: int = SIZES["vocab_size"]) -> Tensor:
    """Each token replaced by a different one (never 0)."""
    return tokens % (vocab_size - 1) + 1


def logits_of(model: Handle, tokens: Tensor, vocab_size: int = SIZES["vocab_size"]) -> Tensor:
    return shape(model(tokens), (*tokens.shape, vocab_size), "The tensor of logits").detach()


def moved(student: Student, one: Tensor, other: Tensor) -> Tensor:
    """Which positions differ, in the record too: `(time,)` bool."""
    found = differ(one, other)
    student.note(found)
    return found


def differ(one: Tensor, other: Tensor) -> Tensor:
    return ((one - other).abs().amax(dim=-1) > 1e-4 * one.abs().max().clamp(min=1)).any(dim=0)


@about("GPT")
@free_inside
def test_one_score_per_word_at_every_position(student):
    """Tokens (batch, time) give logits (batch, time, vocab_size), for a batch of one and a single token too.

    End with a linear layer (or the transposed embedding) from d_model to vocab_size.
    """
    model = a_gpt(student)
    for sides in ((2, 5), (1, 7), (9, 2), (3, 1)):
        got = logits_of(model, some_tokens(*sides))
        if not got.isfinite().all():
            fail("The logits are not finite.", "finite numbers", "NaN or infinity")
    if (got >= 0).all() and torch.allclose(got.sum(dim=-1), torch.ones(3, 1), atol=1e-4):
        fail("The outputs are shares that sum to one.", "logits, any real numbers", "positive shares")
    logits_of(a_gpt(student, vocab_size=23), torch.tensor([[22, 1, 0]]), 23)
    if student.changed_its_input:
        fail("Your code changes `tokens` in place.", "the tokens as they were", "others")


@about("GPT", weight=3)
@free_inside
def test_the_future_never_matters(student):
    """Position t never sees t + 1: changing a later token leaves every earlier row of logits as it was.

    Give every layer the causal mask, True where a query may look.
    """
    portrait(student)
    model = a_gpt(student)
    tokens = some_tokens(2, 6)
    for training, positions in ((False, range(5)), (True, (0, 3))):
        before = logits_of(model.set_mode(training), tokens)
        for t in positions:
            later = torch.cat([tokens[:, : t + 1], another(tokens[:, t + 1 :])], dim=1)
            change = differ(before, logits_of(model, later))[: t + 1]
            student.note(change)
            if change.any():
                where = f"position {int(change.nonzero()[0])} moved"
                fail(f"Tokens after position {t} were changed, and earlier logits moved.", "no change", where)


def portrait(student: Student) -> None:
    """Note which positions move when one token changes, and whether a layer has one attention: that tells masks apart."""
    one, two = (_count(a_gpt(student, n_layers=n, d_ff=1)) for n in (1, 2))
    student.note(two - one > 6 * SIZES["d_model"] ** 2)
    student.note(_leaks_in_many_ways(a_gpt(student, n_layers=1).set_mode(False)))
    for n_layers in (1, 2):
        model, tokens = a_gpt(student, n_layers=n_layers), some_tokens(2, 6)
        before = logits_of(model.set_mode(False), tokens)
        for t in range(6):
            other = tokens.clone()
            other[:, t] = another(other[:, t])
            found = differ(before, logits_of(model, other))
            student.note(
                found if n_layers == 1 else [found[: t + 1], bool(found[t + 1 :].any())]
            )  # it fades with depth
        other = tokens.clone()
        other[0] = another(other[0])
        moved(student, before[1:], logits_of(model, other)[1:])
        moved(student, logits_of(model, tokens[:, :1]), logits_of(model, other[:, :1]))


def _leaks_in_many_ways(model: Handle) -> bool:
    """Whether all of the last token shows at all earlier ones, not just one or two numbers, such as its part in a mean."""
    vocab_size = SIZES["vocab_size"]
    tokens = some_tokens(1, 6).repeat(vocab_size, 1)
    tokens[:, -1] = torch.arange(vocab_size)
    logits = logits_of(model, tokens).double()
    ways = torch.linalg.svdvals((logits[1:, :-1] - logits[:1, :-1]).transpose(0, 1))
    return bool((ways[:, 0] > 1e-4).all() and (ways[:, 3] / ways[:, 0]).mean() > 0.016)


@about("GPT")
@free_inside
def test_a_token_sees_itself(student):
    """In attention a token sees itself too: for a text of one token there is one key, its own.

    A causal mask is True on the diagonal as well: `torch.ones(time, time).tril()`.
    """
    models = [a_gpt(student, n_layers=n, d_ff=1) for n in (1, 3)]
    if _count(models[0]) == _count(models[1]):
        return  # the layers have no parameters of their own: nothing to say
    learning = [*map(_learning_from_one_token, models)]
    own = (learning[1] - learning[0]) / 2 > 100  # d_model² = 64 of w_o alone; feed-forward and norms come to 65
    student.note(own)
    if not own:
        fail(
            "For a text of one token attention has nothing to look at.",
            "a token that sees itself",
            "no gradient reaches the attention's values and output",
        )


def _learning_from_one_token(model: Handle) -> int:
    """How many numbers get a gradient from the logits of texts of one token."""
    parameters = model.set_mode(False).parameters()
    got = tensor(model(some_tokens(5, 1)), "The result")
    if not got.requires_grad:
        fail("No gradient flows back: look for detach, no_grad or .data.")
    (got * torch.randn(got.shape)).sum().backward()
    gradients = [one.grad.abs() for one in parameters.values() if one.grad is not None]
    least = 1e-6 * max(one.max().item() for one in gradients)
    return sum(int((one > least).sum()) for one in gradients)


@about("GPT", weight=2)
@free_inside
def test_the_whole_past_matters(student):
    """Every position sees itself and everything before it.

    A causal mask is True on and below the diagonal: `torch.ones(time, time).tril()`.
    """
    model = a_gpt(student, n_layers=1).set_mode(False)
    tokens = some_tokens(4, 6)
    before = logits_of(model, tokens)
    for t in range(6):
        other = tokens.clone()
        other[:, t] = another(other[:, t])
        still = ~moved(student, before, logits_of(model, other))[t:]
        if still.any():
            place = t + int(still.nonzero()[0])
            fail(f"Token {t} was changed.", f"the logits at position {place} move", "they stay as they were")


@about("GPT")
@free_inside
def test_a_longer_text_changes_nothing(student):
    """The logits of a beginning are the same however the text goes on, and whoever else is in the batch.

    Nothing may mix positions or rows but attention to the past; positions are counted from the left.
    """
    tokens = some_tokens(3, 7)
    model = a_gpt(student, n_layers=1).set_mode(False)
    student.note(differ(logits_of(model, tokens[:, :3]), logits_of(model, tokens)[:, :3]))
    model = a_gpt(student).set_mode(False)
    beginnings = {time: logits_of(model, tokens[:, :time]) for time in (3, 1, 6)}
    student.note(differ(beginnings[1], beginnings[3][:, :1]))
    whole = logits_of(model, tokens)
    for time, beginning in beginnings.items():
        close(beginning, whole[:, :time], f"The logits of the first {time} tokens", scale=10.0)
    close(logits_of(model, tokens[1:2]), whole[1:2], "The logits of a text alone in its batch", scale=10.0)


@about("GPT")
@free_inside
def test_order_matters(student):
    """Two earlier tokens in the other order give other predictions: the model knows positions.

    Add an embedding of the position to that of the token; attention alone cannot tell first from second.
    """
    model = a_gpt(student, n_layers=1).set_mode(False)
    tokens = torch.tensor([[3, 8, 5, 2], [1, 4, 9, 7]])
    swapped = tokens[:, [1, 0, 2, 3]]
    if not moved(student, logits_of(model, tokens), logits_of(model, swapped))[-1]:
        fail(
            "With the first two tokens swapped nothing changes at the last: it does not know where a token stands.",
            "other logits at the last position",
            "the same logits",
        )


@about("GPT")
@free_inside
def test_longest_text(student):
    """max_length tokens are allowed; one more raises a ValueError.

    Compare the time side of `tokens` with max_length at the beginning of forward.
    """
    for longest in (7, 4, 30):  # more than there are words, and than d_ff
        model = a_gpt(student, max_length=longest)
        logits_of(model, some_tokens(2, longest))
        _refuses(student, model, longest)


def _refuses(student: Student, model: Handle, longest: int) -> None:
    wanted = f"ValueError should be raised for {longest + 1} tokens and max_length {longest}."
    try:
        got = model(some_tokens(2, longest + 1))
    except AnswerRaised as error:
        if error.unfilled:
            raise
        if not error.is_a(ValueError):
            unasked = "an error from inside: " if error.noted.text else ""  # not one that the answer raises on purpose
            fail(wanted, "ValueError", f"{unasked}{error.kind}: {error.text}")
        return
    with contextlib.suppress(AnswerRaised):
        model(some_tokens(2, longest + 3))
        student.note("nor for longer ones")
    fail(wanted, "ValueError", f"no error, but {describe(got)}")


@about("GPT", weight=2)
@free_inside
def test_every_number_is_used(student):
    """n_layers layers with parameters of their own, d_ff wide, n_heads heads, and gradients reach every parameter.

    Make the layers in a loop, keep them in an nn.ModuleList, and pass x from one to the next.
    """
    count = {n: _count(student.GPT(**{**SIZES, "n_layers": n})) for n in (1, 3, 4)}
    if _count(student.GPT(*SIZES.values())) != count[3]:
        order = ", ".join(SIZES)
        fail("The arguments of GPT stand in another order.", order, "another number of parameters without the names")
    one_layer = count[4] - count[3]
    wide = _count(student.GPT(**{**SIZES, "d_ff": 13})) - count[3]
    if one_layer <= 0 or count[3] - count[1] != 2 * one_layer:
        student.note(round(wide / (2 * SIZES["d_model"] + 1)))  # how many feed-forwards there are
        fail("The number of parameters does not grow with n_layers.", "the same for each further layer", f"{count}")
    if wide <= 0:
        fail("A larger d_ff gives no more parameters.", "more", f"{wide} more")
    model = a_gpt(student)
    tensor(model(some_tokens(2, 7)), "The result")
    shape(got := model(some_tokens(2, 7)), (2, 7, SIZES["vocab_size"]), "The tensor of logits")
    if not got.requires_grad:
        fail("No gradient flows back: look for detach, no_grad or .data.")
    parameters = model.parameters()
    (got * torch.randn(got.shape)).sum().backward()
    without = [name for name, one in parameters.items() if one.requires_grad and one.grad is None]
    unused = [parameters[name] for name in without]
    whole_layers, rest = divmod(sum(one.numel() for one in unused), one_layer)
    student.note(["parts" if rest else whole_layers, any(one.dim() > 1 for one in unused)])
    student.note(any(SIZES["d_ff"] in one.shape for one in unused))
    if without:
        fail("Some parameters are never used.", "a gradient for each", f"none for {_few(without)}")
    one_head = a_gpt(student, n_heads=1)
    values = {name: one.detach() for name, one in parameters.items()}
    if {name: one.shape for name, one in one_head.parameters().items()} == {
        name: one.shape for name, one in values.items()
    }:
        one_head.load(values)
        tokens = some_tokens(2, 7)
        if not differ(logits_of(model, tokens), logits_of(one_head, tokens)).any():
            fail("One head and two heads compute the same.", "other logits", "the same: n_heads is not used")
    twin, tokens = student.GPT(**SIZES), some_tokens(2, 7)
    twin.load(values | model.buffers())
    if differ(logits_of(model.set_mode(False), tokens), logits_of(twin.set_mode(False), tokens)).any():
        got = "others: some of its numbers are not parameters, and nothing would train or save them"
        fail("A second model with the same parameters gives other logits.", "the same logits", got)
    gradient_is_true(student, a_gpt(student, n_layers=1), some_tokens(2, 4))


def gradient_is_true(student: Student, model: Handle, tokens: Tensor) -> None:
    """In the direction of some step the gradient says what the step then does; not asked where float64 does not work."""
    model.to(torch.float64)
    start = {name: one.detach().clone() for name, one in model.parameters().items()}
    with contextlib.suppress(AnswerRaised):
        got = tensor(model(tokens))
        if got.dtype != torch.float64 or not got.requires_grad:
            return
        direction = torch.randn_like(got)
        step = {name: torch.randn_like(one) for name, one in start.items()}
        names, parameters = zip(*model.parameters().items())
        gradients = pulled_back(got, parameters, direction)
        said = sum((one * step[name]).sum().item() for name, one in zip(names, gradients) if one is not None)
        ends = []
        for length in (1e-6, -1e-6):
            model.load({name: one + length * step[name] for name, one in start.items()})
            ends.append((tensor(model(tokens)).detach() * direction).sum().item())
        done = (ends[0] - ends[1]) / 2e-6
        student.note(wrong := abs(done - said) > 1e-3 * max(1.0, abs(done), abs(said)))
        if wrong:
            message = "The gradient is not that of the logits: part of the way back is cut (detach, no_grad or .data)."
            fail(message, f"{done:.4g} in the direction of a step", f"{said:.4g}")


def _count(model) -> int:
    return sum(one.numel() for one in model.parameters().values())


@about("GPT")
@free_inside
def test_layers_add_to_what_came(student):
    """A layer adds to what comes in: where its matrices are zero, the tokens still come through.

    Attention and feed-forward each have a residual connection around them, as in lesson 04.
    """
    small, model = a_gpt(student, n_layers=1), a_gpt(student, n_layers=2)
    shapes = {name: one.shape for name, one in small.parameters().items()}
    own = {name: one for name, one in model.parameters().items() if name not in shapes}
    if any(model.parameters()[name].shape != side for name, side in shapes.items() if name in model.parameters()):
        return  # the layers are not numbered by name: nothing to say
    model.load({name: torch.zeros(one.shape) for name, one in own.items() if one.dim() > 1})
    tokens = some_tokens(2, 5)
    if not differ(logits_of(model, tokens), logits_of(model, another(tokens))).all():
        fail(
            "With a layer's matrices at zero, all tokens look the same after it.",
            "logits that still depend on the token",
            "the same logits for every token",
        )


@about("GPT")
@free_inside
def test_feed_forward_is_not_linear(student):
    """Between the feed-forward's two matrices stands a nonlinear function.

    Two linear layers in a row are no more than one: put a ReLU or GELU between them.
    """
    model, tokens = a_gpt(student, n_layers=1).set_mode(False), some_tokens(2, 5)
    wide = {name: one.detach().clone() for name, one in model.parameters().items() if SIZES["d_ff"] in one.shape}
    matrices = [name for name, one in wide.items() if one.dim() == 2]
    if len(matrices) != 2:
        return  # a gated feed-forward multiplies
    before = logits_of(model, tokens)
    model.load({matrices[0]: 3 * wide[matrices[0]]})
    used = differ(before, logits_of(model, tokens)).any()
    for last in matrices:  # whichever it is: -2 times as much before it, and -1/2 of it
        model.load({name: values / -2 if name == last else values * -2 for name, values in wide.items()})
        if used and not differ(before, logits_of(model, tokens)).any():
            message = (
                "The feed-forward is linear: with -2 times its first matrix and -1/2 of its second nothing changes."
            )
            fail(message, "other logits", "the same logits")


@about("GPT")
@free_inside
def test_dropout_only_in_training(student):
    """Dropout makes training runs differ, never evaluation; without it nothing is left to chance.

    Pass `dropout` on to the layers and use nn.Dropout, which knows whether the model is training.
    """
    tokens = some_tokens(2, 6)
    model = a_gpt(student, dropout=0.5)
    model.set_mode(True)
    if not moved(student, logits_of(model, tokens), logits_of(model, tokens)).any():
        fail("With dropout=0.5 two training runs give the same.", "logits that differ", "the same logits")
    model.set_mode(False)
    message = "In evaluation two runs with dropout=0.5 differ."
    close(logits_of(model, tokens), logits_of(model, tokens), message=message, scale=10.0)
    model = a_gpt(student)
    model.set_mode(True)
    still = logits_of(model, tokens)
    close(logits_of(model, tokens), still, message="With dropout=0 two training runs differ.", scale=10.0)
    model.set_mode(False)
    close(logits_of(model, tokens), still, message="With dropout=0, training and evaluation differ.", scale=10.0)
    follows_its_numbers(student, lambda: student.GPT(**SIZES), tokens)


def course_gpt(student, width: float = 0.7, **changed):
    """A GPT of the course with seeded parameters, for perplexity."""
    model = student.course.GPT(**{**SIZES, **changed})
    model.load({name: torch.randn(one.shape) * width for name, one in model.parameters().items()})
    return model


def true_perplexity(model, tokens: Tensor) -> float:
    with torch.no_grad():  # a model that keeps a graph cannot be copied
        logits = model.set_mode(False)(tokens).double()
    shares = logits.log_softmax(dim=-1)[:, :-1].gather(-1, tokens[:, 1:, None])
    return math.exp(-shares.mean())


def measured(student, model, tokens: Tensor) -> float:
    """What perplexity returns, which must be a plain float."""
    got = student.perplexity(model, tokens)
    if isinstance(got, Tensor):
        fail("The result is a tensor.", "a float", f"a tensor: call .item() ({got.numel()} numbers)")
    if isinstance(got, bool) or not isinstance(got, float):
        fail("The result is not a float.", "a float", describe(got))
    return got


def close_by_logarithm(student, model, tokens: Tensor, what: str) -> None:
    """The perplexity by its logarithm: exp makes much of the rounding of a large loss, and is infinite in float32 beyond 1e38."""
    got, expected = measured(student, model, tokens), true_perplexity(model, tokens)
    if math.isinf(got) and expected < 1e30:
        fail(f"The perplexity of {what} is infinite.", f"{expected:.4g}", "inf")
    got, expected = (math.log(min(max(one, 1e-30), 1e30)) for one in (got, expected))
    close(got, expected, f"The logarithm of the perplexity of {what}")


def all_likely_but_one(model) -> Tensor:
    """Texts of two tokens, of which the second is the likeliest; but in one text it has a share of 0 in float32."""
    tokens = some_tokens(30, 2)
    with torch.no_grad():
        logits = model.set_mode(False)(tokens)[:, 0]
    tokens[:, 1] = logits.argmax(dim=-1)
    worst = (logits.amax(dim=-1) - logits.amin(dim=-1)).argmax()
    tokens[worst, 1] = logits[worst].argmin()
    return tokens


@about("perplexity")
def test_knowing_nothing(student):
    """A model that knows nothing gives every word the same share, and has a perplexity of vocab_size.

    exp(ln 11) = 11: the exponential of the mean loss, with the natural logarithm on both sides.
    """
    model = student.course.GPT(**SIZES)
    model.load({name: torch.zeros(one.shape) for name, one in model.parameters().items()})
    close(measured(student, model, some_tokens(2, 7)), 11.0)


@about("perplexity", weight=2)
def test_next_token_loss(student):
    """It is the exponential of the mean loss of every next token, given the tokens before it.

    The logits at position t predict the token at t + 1: the last logits and the first token have no partner.
    """
    model, tokens = course_gpt(student), some_tokens(9, 7)  # so many that the product of all shares is 0 in float32
    got = measured(student, model, tokens)
    student.forget()
    student.note(min(got, 1e30))  # beyond that it is infinite in float32
    close(got, true_perplexity(model, tokens), "The perplexity")
    model = course_gpt(student, n_layers=1, width=0.2)  # so small that no place after the point is lost
    for tokens in some_tokens(4, 7).split(1):
        close(measured(student, model, tokens), true_perplexity(model, tokens), "The perplexity of one text")
    model, tokens = course_gpt(student, n_layers=1, width=3.0), some_tokens(9, 2)  # some tokens are next to impossible
    close_by_logarithm(student, model, tokens, "a model that is surely wrong")
    model = course_gpt(student, n_layers=1, width=5.0)
    close_by_logarithm(student, model, all_likely_but_one(model), "a model that is surely right but for one text")
    model = course_gpt(student, n_layers=1)
    close(measured(student, model, tokens), true_perplexity(model, tokens), "The perplexity of texts of two tokens")
    tokens = torch.cat([some_tokens(9, 2), tokens], dim=1)
    tokens[:, 2] = 0  # a word like any other here
    close(measured(student, model, tokens), true_perplexity(model, tokens), "The perplexity of texts with the token 0")
    if student.changed_its_input:
        fail("Your code changes `tokens` in place.", "the tokens as they were", "others")


@about("perplexity")
def test_without_dropout(student):
    """Dropout is off while it measures.

    `model.eval()` before, and back to the mode it was in after.
    """
    model, tokens = course_gpt(student, dropout=0.5), some_tokens(3, 7)
    expected = true_perplexity(model, tokens)
    model.set_mode(True)
    for what in ("The perplexity of a model in training", "The perplexity, measured again"):
        got = measured(student, model, tokens)
        student.forget()  # with dropout on, what came is chance
        student.note(math.isclose(got, expected, rel_tol=1e-4))
        close(got, expected, what)


@about("perplexity")
def test_mode_is_left_as_it_was(student):
    """The model is left in the mode it was in: training or evaluation.

    Note `model.training` before, and call `model.train(...)` with it after.
    """
    model, tokens = course_gpt(student), some_tokens(2, 5)
    for training, name in ((True, "training"), (False, "evaluation")):
        model.set_mode(training)
        measured(student, model, tokens)
        modes = {model.training, *(one.training for one in _attentions(model))}
        if modes != {training}:
            fail(f"A model in {name} mode is left in another one.", f"training={training}", f"training={not training}")


@about("perplexity")
def test_without_gradients(student):
    """It measures and does not train: no gradients are computed, and no parameter changes.

    Call the model inside `with torch.no_grad():`.
    """
    model, tokens = course_gpt(student), some_tokens(2, 6)
    before = model.state()
    true_perplexity(model, tokens)  # whoever measures a copy does not call this one
    measured(student, model, tokens)
    after = model.state()
    changed = any(not torch.equal(before[name], after[name]) for name in before)
    with_gradient = [name for name, one in model.parameters().items() if one.grad is not None]
    frozen = not all(one.requires_grad for one in model.parameters().values())
    kept = any(one.weights.requires_grad for one in _attentions(model))
    student.forget_all()  # the model may be called row by row
    student.note([changed, bool(with_gradient), frozen, kept, torch.is_grad_enabled()])
    if changed:
        fail("The model's parameters changed.", "the same parameters", "others")
    if with_gradient:
        fail("Parameters have a gradient afterwards.", "none", _few(with_gradient))
    if frozen:
        fail("Parameters no longer want a gradient.", "requires_grad as before", "requires_grad=False")
    if kept:
        fail("The model was run with gradients.", "inside torch.no_grad()", "a graph for the backward pass was kept")
    gradients_on_again()


def _attentions(model) -> list:
    """The MultiHeadAttention layers of one of the course's models: what has a w_q."""
    found = []
    for path in (name.removesuffix(".w_q.weight") for name in model.parameters() if name.endswith(".w_q.weight")):
        one = model
        for part in path.split("."):
            one = one[int(part)] if part.isdigit() else getattr(one, part)
        found.append(one)
    return found


def sampled(student, logits: Tensor, seed: int | None = None, **more) -> Tensor:
    """What sample_next returns, after a look at kind and shape."""
    if seed is not None:
        more["generator"] = torch.Generator().manual_seed(seed)
    got = drawn(student, student.sample_next(logits, **more))
    got = shape(got, tuple(logits.shape[:1]), "The result")
    if got.dtype != torch.int64:
        fail("The result must hold token ids.", "torch.int64", got.dtype)
    if len(got) and not (got.min() >= 0 and got.max() < logits.shape[-1]):
        fail("A token is not in the vocabulary.", f"ids from 0 to {logits.shape[-1] - 1}", got)
    return got


def shares_are(student: Student, got: Tensor, expected: Tensor, what: str) -> None:
    """How often each token came; 0.08 is more than seven standard deviations of 2,000 draws."""
    found = torch.bincount(got, minlength=len(expected)).double() / len(got)
    student.note(Share(found, 0.08))
    if ((found - expected).abs() > 0.08).any() or (found[expected == 0] > 0).any():
        fail(f"{what}, tokens come in the wrong shares.", _percent(expected), _percent(found))


def _percent(shares: Tensor) -> str:
    return "[" + ", ".join(f"{one:.0%}" for one in shares.tolist()) + "]"


SHARES = (0.05, 0.45, 0.13, 0.27, 0.1)
"""Of five tokens, in no order, all different."""


def many_rows(size: float | Tensor = 0.0) -> Tensor:
    """Rows of logits whose softmax is SHARES; a constant added to each row changes nothing."""
    return torch.tensor(SHARES).log().expand(2000, 5) + size


@about("sample_next")
def test_temperature_zero(student):
    """With temperature 0 the token with the largest logit is taken: (1, 5, 2) gives 1.

    Dividing by 0 is no use: return the argmax before you come to it.
    """
    logits = torch.tensor([[1.0, 5.0, 2.0], [-1.0, -3.0, -2.0]])
    few = sampled(student, logits, temperature=0)
    logits, best = torch.randn(300, 9) / 50, ("argmax", "argmin")
    many = sampled(student, logits, temperature=0.0, top_k=3)
    found = [(many == getattr(logits, one)(dim=-1)).double().mean() for one in best] + [(many == 0).double().mean()]
    student.note(Share(torch.stack(found), 0.15))
    close(few, torch.tensor([1, 0]))
    close(many, logits.argmax(dim=-1), "With temperature 0.0 and top_k 3")


@about("sample_next", weight=2)
def test_shares_of_softmax(student):
    """With temperature 1 a token comes as often as softmax says.

    softmax, then `torch.multinomial(shares, 1)`.
    """
    got = sampled(student, many_rows(), seeds(1)[0])
    shares_are(student, got, torch.tensor(SHARES), "At temperature 1")


@about("sample_next", weight=2)
def test_temperature(student):
    """A low temperature sharpens the shares, a high one flattens them: softmax(logits / temperature).

    Divide the logits by the temperature before the softmax.
    """
    for temperature in (2.0, 0.5):
        got = sampled(student, many_rows(-3.0), seeds(1)[0], temperature=temperature)
        expected = torch.softmax(torch.tensor(SHARES).log() / temperature, dim=-1)
        shares_are(student, got, expected, f"At temperature {temperature:g}")


@about("sample_next", weight=2)
def test_top_k(student):
    """With top_k only the k most likely tokens are drawn, in the shares that they have among themselves.

    Set every logit below the k-th largest to -inf before the softmax.
    """
    shares = torch.tensor(SHARES)
    one, other = (torch.tensor(sizes).repeat(1000, 1) for sizes in ([[0.0], [1.0]], [[-30.0], [5.0]]))
    for size, k in ((other, 2), (one, 2), (-4.0, 3)):
        kept = torch.where(shares >= shares.sort().values[-k], shares, 0.0)
        got = sampled(student, many_rows(size), seeds(1)[0], top_k=k)
        student.note([one for one in range(5) if (got == one).double().mean() > 0.008])
        shares_are(student, got, kept / kept.sum(), f"With top_k={k}")
    kept = torch.softmax(torch.where(shares >= 0.25, shares.log(), -torch.inf) / 0.25, dim=-1)
    got = sampled(student, many_rows(), seeds(1)[0], temperature=0.25, top_k=2)
    shares_are(student, got, kept, "With top_k=2 and temperature 0.25")
    logits = torch.randn(6, 9)
    close(sampled(student, logits, top_k=1), logits.argmax(dim=-1), "With top_k=1, the result")


@about("sample_next")
def test_without_top_k_every_token_can_come(student):
    """Without top_k every token may be drawn, in a vocabulary of hundreds too.

    The default of top_k is None, which means all.
    """
    rank = torch.randperm(1000)  # 0 for the least likely token
    got = sampled(student, torch.linspace(0, 0.1, 1000)[rank].expand(400, 1000), seeds(1)[0])
    share(student, got >= 500, 0.5, 0.16, "Of 1,000 almost equally likely tokens, those from the upper half")
    share(student, rank[got] < 250, 0.24, 0.14, "Of 1,000 almost equally likely tokens, the least likely 250")
    if got.unique().numel() < 285:  # about 330 are expected
        fail("Only some of 1,000 almost equally likely tokens come.", "about 330 different ones", got.unique().numel())


@about("sample_next")
def test_top_k_above_the_vocabulary(student):
    """A top_k of the whole vocabulary or more means all of it.

    Use the smaller of top_k and vocab_size.
    """
    for k in (50, 5):
        got = sampled(student, many_rows(), seeds(1)[0], top_k=k)
        shares_are(student, got, torch.tensor(SHARES), f"With top_k={k} of 5 tokens")
        never = sorted({*range(5)} - {*got.tolist()})
        student.note(never)
        if never:
            fail(f"With top_k={k} of 5 tokens one never comes.", "each of them now and then", f"never {never}")


@about("sample_next")
def test_each_row_on_its_own(student):
    """Every row is drawn by its own logits, however large they are.

    softmax, top_k and the draw all go along the last side, row by row.
    """
    certain = sampled(student, 60.0 * F.one_hot(torch.full((600,), 3), 5), seeds(1)[0])
    student.note(Share((certain == 3).double().mean(), 0.08))
    close(certain, torch.full_like(certain, 3), "One token of each row is certain; the result")
    best = torch.randperm(7)
    logits = torch.randn(7, 7)
    logits[torch.arange(7), best] += 60.0
    logits += torch.tensor([0.0, 300, -300, 80, -80, 1000, -1000]).unsqueeze(1)
    for more in ({}, {"top_k": 3}, {"temperature": 0.5}):
        close(sampled(student, logits, **more), best, "One token of each row is certain; the result")
        close(sampled(student, logits[1:2].double(), **more), best[1:2], "For a single row in float64, the result")
    if student.changed_its_input:
        fail("Your code changes `logits` in place.", "a new tensor", "other logits after the call")


@about("sample_next")
def test_randomness_from_the_generator(student):
    """The same generator gives the same tokens, another one gives others, and no other source of chance plays a part.

    Pass `generator=generator` to the call that draws.
    """
    logits = torch.randn(60, 30)
    seed, other = seeds(2)
    for more in ({}, {"top_k": 12}):
        torch.manual_seed(1)
        first = sampled(student, logits, seed, **more)
        torch.manual_seed(2)
        again = sampled(student, logits, seed, **more)
        equal(again.tolist(), first.tolist(), message="The same generator gave other tokens.")
        if torch.equal(sampled(student, logits, other, **more), first):
            fail("Another generator gave the same tokens.", "other tokens", "the same")
        generator = torch.Generator().manual_seed(seed)
        one, two = (sampled(student, logits, generator=generator, **more) for _ in range(2))
        student.note(torch.equal(one, two))
        if torch.equal(one, two):
            fail("A second call with one generator draws the same.", "other tokens: the generator moves on", "the same")
        if torch.equal(sampled(student, logits, **more), sampled(student, logits, **more)):
            fail("Without a generator every call draws the same.", "other tokens", "the same")
