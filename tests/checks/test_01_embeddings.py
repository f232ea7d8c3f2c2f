"""What is true of right answers to lesson 01."""

import contextlib
import itertools
import math
import re
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn

from utils.checking.blocks import make
from utils.checking.checks import about
from utils.checking.expect import close, describe, equal, fail, raises, shape, tensor
from utils.checking.late import pulled_back
from utils.checking.properties import follows_its_numbers
from utils.checking.student import AnswerRaised, Handle, Share, Student

POSITIONS_SCALE = 10.0
"""Positions and shift matrices agree to 1e-4: ten times the usual tolerance, in whatever precision they were made."""


def wave(place: Tensor | int, d_model: int) -> Tensor:
    """The paper's positions for these places, column by column, in float64: (..., d_model)."""
    place = torch.as_tensor(place, dtype=torch.float64)
    columns = [
        (math.sin, math.cos)[column % 2](p * 10000 ** -((column - column % 2) / d_model))
        for p in place.flatten().tolist()
        for column in range(d_model)
    ]
    return torch.tensor(columns, dtype=torch.float64).view(*place.shape, d_model)


def unchanged(student: Student, how: str = "an input with other values after the call") -> None:
    if student.changed_its_input:
        fail("Your code changes its input in place.", "the input as it was", how)


@contextlib.contextmanager
def one_precision(student: Student) -> Iterator[None]:
    """What torch says of mixed precisions depends on which came first; the record only keeps that they were mixed."""
    try:
        yield
    except AnswerRaised as error:
        if re.search("dtype|scalar type|Double", error.text):
            student.forget()
            student.note("float32 and float64 were mixed")
        raise


def kind_of(error: AnswerRaised) -> str:
    return next((one.__name__ for one in (ValueError, AssertionError) if error.is_a(one)), "another error")


def refuses(student: Student, call: Callable, *args: object, when: str) -> None:
    """A ValueError; the record keeps whether another error came or none, not which, or what was returned in its place."""
    came = "no error"

    def watched():
        nonlocal came
        try:
            return call(*args)
        except AnswerRaised as error:
            came = kind_of(error)
            raise

    try:
        raises(ValueError, watched, when=when)
    finally:
        student.forget()
        student.note(came)


# jacobian_norms


@about("jacobian_norms")
def test_small_example_of_jacobian_norms(student):
    """For W = [[0, 2], [1/2, 0]] the norms are 2, 1, 2: its square is the identity.

    The Jacobian after t steps is W multiplied by itself t times; take the largest singular value of each such power.
    """
    close(student.jacobian_norms(torch.tensor([[0.0, 2.0], [0.5, 0.0]]), 3), torch.tensor([2.0, 1.0, 2.0]))


@about("jacobian_norms", weight=2)
def test_largest_stretch_of_every_power(student):
    """Entry t is the largest factor by which W to the power t stretches a vector.

    That is the largest singular value, `torch.linalg.matrix_norm(..., ord=2)`, of the product of t matrices.
    """
    for size, steps in ((3, 7), (5, 4)):
        W = torch.randn(size, size) / math.sqrt(size)
        powers = [torch.linalg.matrix_power(W.double(), t) for t in range(1, steps + 1)]
        expected = torch.stack([torch.linalg.svdvals(power)[0] for power in powers]).float()
        largest = max(power.abs().max().item() for power in powers)
        close(student.jacobian_norms(W, steps), expected, scale=largest)
        unchanged(student)
    W = torch.diag(torch.tensor([0.95, 1.0, 0.98]))
    close(student.jacobian_norms(W, 2), torch.ones(2), "The result for stretches of 0.95, 1 and 0.98")


@about("jacobian_norms")
def test_one_step(student):
    """With steps = 1 there is one norm, that of W itself.

    The first entry belongs to t = 1, not to t = 0; the result has exactly `steps` entries.
    """
    W = torch.tensor([[0.0, 3.0], [0.0, 4.0]])
    close(student.jacobian_norms(W, 1), torch.tensor([5.0]))


@about("jacobian_norms")
def test_vanishing_and_exploding(student):
    """After 40 steps a scale of 0.8 has vanished and one of 1.2 exploded.

    Multiply one step's matrix onto the product at each step.
    """
    turn = torch.linalg.qr(torch.randn(4, 4))[0]
    steps = torch.arange(1, 41)
    for radius in (0.8, 1.2):
        got, expected = student.jacobian_norms(radius * turn, 40), radius**steps
        got = shape(got, (40,))
        close(got / expected, torch.ones(40), f"The result divided by {radius}^t", scale=100.0)


@about("jacobian_norms")
def test_jacobian_norms_in_float64(student):
    """It works in float64, and the result is no less precise than W.

    Make new tensors in the precision of W: `torch.eye(len(W), dtype=W.dtype)`.
    """
    W = torch.randn(4, 4, dtype=torch.float64) / 2
    expected = [torch.linalg.svdvals(torch.linalg.matrix_power(W, t))[0] for t in range(1, 6)]
    with one_precision(student):
        got = student.jacobian_norms(W, 5)
    close(got, torch.stack(expected))
    unchanged(student)


# input_gradient_norms


class Decay(nn.Module):
    """h_t = h_{t-1} / 2 + x_t."""

    def forward(self, x):
        h, states = 0.0, []
        for word in x.unbind(dim=1):
            h = h / 2 + word
            states.append(h)
        return torch.stack(states, dim=1)


class Mixing(nn.Module):
    """A smooth model in which every output depends on every input: x (batch, time, dim) -> (batch, time, out)."""

    def __init__(self, time, dim, out, dtype=torch.float32):
        super().__init__()
        self.over_time = nn.Parameter(torch.randn(time, time, dtype=dtype))
        self.over_dim = nn.Parameter(torch.randn(dim, out, dtype=dtype))

    def forward(self, x):
        return torch.tanh(torch.einsum("st,btd,do->bso", self.over_time, x, self.over_dim) / 3)

    def gradient_of_last(self, x):
        """The formula: (batch, time, dim)."""
        tanh = self(x)[:, -1]  # (batch, out)
        return torch.einsum("t,bo,do->btd", self.over_time[-1], 1 - tanh**2, self.over_dim) / 3


class LastTwo(nn.Module):
    """Output t is x_t squared plus x_{t-1}."""

    def forward(self, x):
        before = torch.cat([torch.zeros_like(x[:, :1]), x[:, :-1]], dim=1)
        return x**2 + before


def norms_of(gradient: Tensor) -> Tensor:
    return torch.stack([torch.linalg.vector_norm(gradient[:, t]) for t in range(gradient.shape[1])]).detach()


@about("input_gradient_norms")
def test_small_example_of_input_gradient_norms(student):
    """For h_t = h_{t-1}/2 + x_t and three words the gradients of the last output are 1/4, 1/2, 1.

    Differentiate the last step's output with respect to x; each word is one step further back.
    """
    close(student.input_gradient_norms(Decay(), torch.randn(1, 3, 1)), torch.tensor([0.25, 0.5, 1.0]))


@about("input_gradient_norms")
def test_norm_over_batch_and_dim(student):
    """With 4 sentences and dim 1 the same model gives 1/2, 1, 2: lengths of vectors of four gradients.

    Square, sum over batch and dim, take the root; time is the side that stays.
    """
    close(student.input_gradient_norms(Decay(), torch.randn(4, 3, 1)), torch.tensor([0.5, 1.0, 2.0]))


@about("input_gradient_norms", weight=2)
def test_any_model(student):
    """It measures any model: every sentence, every output number, every input number counts.

    The number to differentiate is the sum of `model(x)[:, -1]`, over all sentences and all outputs.
    """
    for batch, time, dim, out in ((2, 5, 3, 4), (3, 4, 6, 2)):
        model, x = Mixing(time, dim, out), torch.randn(batch, time, dim)
        close(student.input_gradient_norms(model, x), norms_of(model.gradient_of_last(x)))
        unchanged(student, "other values in it, or a gradient left in its .grad, after the call")


@about("input_gradient_norms")
def test_words_without_influence(student):
    """A word that the last output does not look at has a gradient of 0.

    Only the last step's output counts: `[:, -1]`, not the sum over all steps.
    """
    x = torch.randn(2, 4, 3)
    gradient = torch.zeros_like(x)
    gradient[:, -2], gradient[:, -1] = 1.0, 2 * x[:, -1]
    close(student.input_gradient_norms(LastTwo(), x), norms_of(gradient))


@about("input_gradient_norms")
def test_one_word(student):
    """It works for sentences of a single word, and measuring twice gives the same."""
    model, x = Mixing(1, 3, 2), torch.randn(2, 1, 3)
    for _ in range(2):
        close(student.input_gradient_norms(model, x), norms_of(model.gradient_of_last(x)))


@about("input_gradient_norms")
def test_input_gradient_norms_in_float64(student):
    """It works in float64, and the result is no less precise than x.

    Keep the precision of x: `x.detach().clone()` has it, `x.float()` and a new tensor of zeros have not.
    """
    model, x = Mixing(3, 2, 5, torch.float64), torch.randn(4, 3, 2, dtype=torch.float64)
    with one_precision(student):
        got = student.input_gradient_norms(model, x)
    close(got, norms_of(model.gradient_of_last(x)))


@about("input_gradient_norms")
def test_model_is_left_alone(student):
    """The model stays as it was: its mode, its weights, and that they are trained.

    Measuring needs no change of the model; what you switch for it, switch back.
    """
    for training in (True, False):
        model = Mixing(3, 2, 4).train(training)
        before = [one.detach().clone() for one in model.parameters()]
        shape(student.input_gradient_norms(model, torch.randn(2, 3, 2)), (3,))
        student.note([model.training, *(one.requires_grad for one in model.parameters())])
        if model.training != training:
            names = {True: "training mode", False: "eval mode"}
            fail("Your code leaves the model in another mode.", names[training], names[model.training])
        if not all(one.requires_grad for one in model.parameters()):
            fail("Your code leaves weights of the model frozen.", "requires_grad=True", "requires_grad=False")
        if not all(map(torch.equal, before, model.parameters())):
            fail("Your code changes the model's weights.", "the weights as they were", "others")


# Vocabulary


def vocabulary_of(student: Student, *args: object) -> Handle:
    made = student.Vocabulary(*args)
    if not isinstance(made, Handle):
        fail("Calling Vocabulary(...) does not make an object of your class.", "a Vocabulary", describe(made))
    return made


def encodes(vocabulary: Handle, text: str, expected: list[int], which: str = "") -> None:
    got, what = vocabulary.encode(text), f"encode({text!r}){which}"
    equal(got, expected, what)
    if any(type(one) is not int for one in got):
        fail(f"{what} should hold plain whole numbers.", repr(expected), f"a list of {type(got[0]).__name__}")


@about("Vocabulary")
def test_small_example_of_vocabulary(student):
    """From "b a b" and "c a b" the ids are b 4, a 5, c 6; an unknown word is 3.

    The special tokens have the ids 0 to 3; then comes the word that occurs most often in all texts together.
    """
    vocabulary = vocabulary_of(student, ["b a b", "c a b"])
    encodes(vocabulary, "a b d c", [5, 4, 3, 6])


@about("Vocabulary")
def test_ties_are_alphabetical(student):
    """Words with the same count stand in alphabetical order.

    Sort by two things: first the count, falling, then the word, rising.
    """
    vocabulary = vocabulary_of(student, ["plum fig kiwi fig", "apple date pear", "kiwi date"])
    expected = [4, 5, 6, 7, 8, 9]
    encodes(vocabulary, "date fig kiwi apple pear plum", expected)


@about("Vocabulary")
def test_length(student):
    """len() counts all ids, the four special tokens included, and encoding an unknown word adds none."""
    vocabulary = vocabulary_of(student, ["b a b", "c a b"])
    equal(len(vocabulary), 7, "The length")
    encodes(vocabulary, "x y z a", [3, 3, 3, 5])
    equal(len(vocabulary), 7, "The length after encoding unknown words")
    equal(len(vocabulary_of(student, [])), 4, "The length for no text at all")
    many = " ".join("".join(letters) for letters in itertools.product("abcdef", repeat=4))
    equal(len(vocabulary_of(student, [many])), 4 + 6**4, f"The length for {6**4:,} words")


@about("Vocabulary")
def test_rare_words_are_left_out(student):
    """Words that occur fewer than `min_count` times in all texts together are unknown.

    Count over all texts first; keep a word that occurs exactly `min_count` times.
    """
    vocabulary = vocabulary_of(student, ["x y x", "y z x", "w w"], 2)
    encodes(vocabulary, "x y w z", [4, 6, 5, 3])
    equal(len(vocabulary), 7, "The length")
    encodes(vocabulary_of(student, ["x y x"], 3), "x y", [3, 3], " with min_count 3")


@about("Vocabulary")
def test_words_are_what_whitespace_separates(student):
    """Any whitespace separates words, and a word is kept as it is written.

    `text.split()` without an argument takes runs of spaces, tabs and line ends as one gap. Do not change letters or points.
    """
    vocabulary = vocabulary_of(student, ["The  cat\tThe\ncat The ", " cat. The the cat. cat the"])
    words = "The cat\n\tcat.  the Cat "
    equal(vocabulary.encode(words), [4, 5, 6, 7, 3], f"encode({words!r})")
    encodes(vocabulary, "", [])
    encodes(vocabulary, " \n ", [])


@about("Vocabulary")
def test_special_names_inside_a_text(student):
    """The name of a special token inside a text is that token, not a new word.

    Leave the four names out when you count, or skip them when you number the words.
    """
    texts = ["<eos> b <eos> <eos> a", "<unk> <pad> b <bos> <unk>"]
    vocabulary = vocabulary_of(student, texts)
    encodes(vocabulary, "<bos> a <unk> b <eos> <pad>", [1, 5, 3, 4, 2, 0])
    equal(len(vocabulary), 6, "The length")
    encodes(vocabulary_of(student, ["<br> pad <3 <br>"]), "<br> <3 pad <eos>", [4, 5, 6, 2])
    encodes(vocabulary_of(student, texts, 3), "<bos> <eos> b", [1, 2, 3], " with min_count 3")


@about("Vocabulary")
def test_decode_drops_the_frame(student):
    """decode joins the words with single spaces and drops <pad>, <bos> and <eos>, but not <unk>.

    Leave out the ids 0, 1 and 2 wherever they stand; 3 is written as <unk>.
    """
    vocabulary = vocabulary_of(student, ["b a b c", "c a b"])  # no word is rare: this is about decode
    equal(vocabulary.decode([1, 5, 4, 2, 0, 0]), "a b", "decode([1, 5, 4, 2, 0, 0])")
    equal(vocabulary.decode([4, 3, 2, 6, 4]), "b <unk> c b", "decode([4, 3, 2, 6, 4])")
    equal(vocabulary.decode([3, 0, 4, 4, 3]), "<unk> b b <unk>", "decode([3, 0, 4, 4, 3])")
    equal(vocabulary.decode([]), "", "decode([])")
    equal(vocabulary.decode([1, 2]), "", "decode([1, 2])")
    unchanged(student)


@about("Vocabulary")
def test_decode_takes_tensors(student):
    """decode takes a tensor of ids as well as a list.

    Looking up a word needs a plain number: `int(i)` for each, or `ids.tolist()`.
    """
    vocabulary = vocabulary_of(student, ["b a b c", "c a b"])
    equal(vocabulary.decode(torch.tensor([1, 6, 3, 4, 2, 0])), "c <unk> b", "decode(tensor([1, 6, 3, 4, 2, 0]))")
    equal(vocabulary.decode(torch.tensor([], dtype=torch.long)), "", "decode of an empty tensor")


@about("Vocabulary")
def test_there_and_back(student):
    """Decoding what was encoded gives the text back, and two vocabularies do not disturb each other.

    Keep the words in attributes of `self`, not of the class.
    """
    first, second = vocabulary_of(student, ["One two three two"]), vocabulary_of(student, ["four five five"])
    for vocabulary, text, which in ((first, "three two One", "first"), (second, "five four five", "second")):
        ids = vocabulary.encode(text)
        if not isinstance(ids, Tensor | list | tuple):
            fail(f"encode({text!r}) is not of the right type.", "a list of ids", describe(ids))
        if any(isinstance(one, str) for one in ids):
            fail(f"encode({text!r}) should hold plain whole numbers.", "a list of ids", repr(ids))
        equal(vocabulary.decode(ids), text, f"The {which} vocabulary's round trip")
    encodes(second, "two five", [3, 4])


# pad_batch


@about("pad_batch")
def test_small_example_of_pad_batch(student):
    """[5, 6, 7] and [8] become the rows (5, 6, 7) and (8, 0, 0).

    Make every row as long as the longest sequence, with pad_id behind the ids.
    """
    close(student.pad_batch([[5, 6, 7], [8]]), torch.tensor([[5, 6, 7], [8, 0, 0]]))


@about("pad_batch", weight=2)
def test_the_longest_decides(student):
    """The longest sequence gives the width, wherever it stands, and every id is kept.

    Take the maximum of all lengths; one row for each sequence, in the same order.
    """
    for lengths in ((2, 5, 1, 3), (1, 2, 4), (3, 3), (9, 12), (1, 700)):
        sequences = [torch.randint(1, 90, (length,)).tolist() for length in lengths]
        sequences = [ids + ids[:1] for ids in sequences]  # the first id comes twice
        expected = torch.zeros(len(lengths), max(lengths) + 1, dtype=torch.long)
        for row, ids in enumerate(sequences):
            for column, one in enumerate(ids):
                expected[row, column] = one
        close(student.pad_batch(sequences), expected)


@about("pad_batch")
def test_other_padding(student):
    """`pad_id` says what to pad with, and 0 may be an ordinary id then.

    Use the argument, not a 0 in the code.
    """
    close(student.pad_batch([[7, 0], [1, 2, 3]], pad_id=9), torch.tensor([[7, 0, 9], [1, 2, 3]]))
    close(student.pad_batch([[4], [6, 9]], -100), torch.tensor([[4, -100], [6, 9]]))


@about("pad_batch")
def test_single_and_empty_rows(student):
    """A batch of one sequence is a batch, and an empty sequence beside others becomes padding only.

    The result always has two sides, `(batch, longest)`, and holds whole numbers: `torch.tensor([])` alone does not.
    """
    close(student.pad_batch([[3, 1, 2]]), torch.tensor([[3, 1, 2]]))
    close(student.pad_batch([[3], [1]]), torch.tensor([[3], [1]]))
    close(student.pad_batch([[5, 6], [], [7]]), torch.tensor([[5, 6], [0, 0], [7, 0]]))
    close(student.pad_batch([[], [5, 6], [7]]), torch.tensor([[0, 0], [5, 6], [7, 0]]))


@about("pad_batch")
def test_whole_numbers(student):
    """The result is a tensor of torch.long, also for ids too large for other kinds of number.

    `torch.tensor(rows, dtype=torch.long)`, or `torch.full(..., dtype=torch.long)`.
    """
    got = tensor(student.pad_batch([[16_777_217, 2], [3]]))
    student.note(str(got.dtype))
    if got.dtype != torch.long:
        fail("The result has the wrong dtype.", "torch.int64", str(got.dtype))
    close(got, torch.tensor([[16_777_217, 2], [3, 0]]))


@about("pad_batch", needs="test_small_example_of_pad_batch")
def test_no_sequence(student):
    """An empty list raises a ValueError.

    Ask for it first: there is no longest sequence among none.
    """
    refuses(student, student.pad_batch, [], when="when there is no sequence")


@about("pad_batch", needs="test_small_example_of_pad_batch")
def test_lists_are_left_alone(student):
    """The lists that came in are as they were.

    `row + [pad_id]` makes a new list; `row.append`, `row.extend` and `row +=` change the caller's.
    """
    student.pad_batch([[5, 6, 7], [8], [9, 1]])
    unchanged(student)


# TokenEmbedding


def table_of(student: Student, module: Handle, vocab_size: int, d_model: int) -> str:
    """The name of the module's only trained table of embeddings."""
    trained = {name: one for name, one in module.parameters().items() if one.requires_grad}
    student.note(sorted(tuple(one.shape) for one in trained.values()))
    names = [name for name, one in trained.items() if tuple(one.shape) == (vocab_size, d_model)]
    if len(trained) != 1 or len(names) != 1:
        shapes = [f"{name} {tuple(one.shape)}" for name, one in trained.items()]
        fail(
            "There should be one trained table of embeddings, and nothing else that is trained.",
            f"one nn.Parameter of shape ({vocab_size}, {d_model})",
            ", ".join(shapes) or "nothing that is trained",
        )
    return names[0]


def with_table(student: Student, module: Handle, table: Tensor) -> Handle:
    """The module with this table as its embeddings, also when it has other parameters by mistake."""
    if not isinstance(module, Handle):
        fail("Calling the class does not make a module.", "a class that is an nn.Module", describe(module))
    tables = [name for name, one in module.parameters().items() if one.shape == table.shape]
    module.load({(tables or [table_of(student, module, *table.shape)])[0]: table})
    return module


def table_learns(module: Handle, tokens: Tensor, out: object, table: Tensor, kept: Tensor | float = 1.0) -> None:
    """The gradient of the table is, for each use of a row, what arrives there times the square root of d_model.

    `kept` is what dropout multiplied each entry with.
    """
    out = shape(out, (*tokens.shape, table.shape[1]))
    (weight,) = [one for one in module.parameters().values() if one.shape == table.shape][:1]
    if not out.requires_grad or not weight.requires_grad:
        fail("No gradient reaches the table: look for detach, no_grad, .data, or a frozen table.")
    direction, expected = torch.randn_like(out), torch.zeros_like(table)
    for token, one in zip(tokens.flatten().tolist(), (direction * kept).flatten(end_dim=-2)):
        expected[token] += one * math.sqrt(table.shape[1])
    (gradient,) = pulled_back(out, [weight], direction)
    gradient = torch.zeros_like(table) if gradient is None else gradient.to_dense()
    close(gradient, expected, "The gradient of the table")


@about("TokenEmbedding")
def test_small_example_of_token_embedding(student):
    """With d_model 4, the row (1, 0, -1, 3) of the table becomes (2, 0, -2, 6).

    Look up the row and multiply it by the square root of d_model, here 2.
    """
    table = torch.tensor([[9.0, 9.0, 9.0, 9.0], [1.0, 0.0, -1.0, 3.0], [5.0, 5.0, 5.0, 5.0]])
    embedding = with_table(student, student.TokenEmbedding(3, 4), table)
    close(embedding(torch.tensor([1])), torch.tensor([[2.0, 0.0, -2.0, 6.0]]))


@about("TokenEmbedding")
def test_one_trained_table(student):
    """Its one parameter is `weight`, of shape (vocab_size, d_model).

    `self.weight = nn.Parameter(...)`, one row for each id; or an `nn.Embedding(vocab_size, d_model)`, which has such a weight.
    """
    for vocab_size, d_model in ((7, 4), (3, 6)):
        embedding = student.TokenEmbedding(vocab_size, d_model)
        student.note(any(tuple(one.shape) == (vocab_size, d_model) for one in embedding.buffers().values()))
        name = table_of(student, embedding, vocab_size, d_model)
        if name.split(".")[-1] != "weight":
            fail("The table has another name.", "weight", name)


@about("TokenEmbedding", weight=2)
def test_any_shape_of_ids(student):
    """Ids of any shape become vectors: one side more, of length d_model.

    Index the table with the tensor of ids; do not reshape it, and do not count on two sides.
    """
    for d_model in (5, 3):
        table = torch.randn(11, d_model)
        embedding = with_table(student, student.TokenEmbedding(11, d_model), table)
        for sides in ((4,), (2, 3), (2, 3), (1, 6), (2, 3, 4)):
            tokens = torch.randint(0, 11, sides)
            rows = [table[i] * d_model**0.5 for i in tokens.flatten().tolist()]
            close(embedding(tokens), torch.stack(rows).view(*sides, d_model), f"The result for ids {sides}")
        unchanged(student)


@about("TokenEmbedding")
def test_every_id_is_alike(student):
    """Every row is looked up alike: the padding's, the first and the last, small and large.

    The padding's row is a row as any other here; masks will hide it later.
    """
    table = torch.randn(6, 4) * torch.tensor([5.0, 0.1, 1.0, 20.0, 1.0, 3.0]).unsqueeze(-1)
    embedding = with_table(student, student.TokenEmbedding(6, 4), table)
    close(embedding(torch.arange(6)), 2 * table)
    close(embedding.set_mode(False)(torch.tensor([[5, 0, 0]])), 2 * table[[5, 0, 0]].unsqueeze(0))


@about("TokenEmbedding")
def test_table_learns(student):
    """Gradients reach the rows that were used: a row that was used twice gets both.

    Keep the look-up and the multiplication on tensors, without detach, .data or .item().
    """
    table, tokens = torch.randn(5, 3, dtype=torch.float64), torch.tensor([[1, 4, 1], [2, 1, 4]])
    embedding = with_table(student, student.TokenEmbedding(5, 3).to(torch.float64), table)
    with one_precision(student):
        out = embedding(tokens)
    table_learns(embedding, tokens, out, table)
    follows_its_numbers(student, lambda: make(student, "TokenEmbedding", 5, 3), tokens)


@about("TokenEmbedding")
def test_token_embedding_in_float64(student):
    """After `.to(torch.float64)` it computes in float64.

    Multiply by a plain number such as `math.sqrt(d_model)`; it takes on the precision of the table.
    """
    table = torch.randn(4, 7, dtype=torch.float64)
    embedding = with_table(student, student.TokenEmbedding(4, 7).to(torch.float64), table)
    with one_precision(student):
        got = embedding(torch.tensor([[2, 0, 3]]))
    close(got, math.sqrt(7) * table[[2, 0, 3]].unsqueeze(0))


# sinusoidal_positions


@about("sinusoidal_positions")
def test_small_example_of_positions(student):
    """With d_model 4, place 0 is (0, 1, 0, 1) and place 1 is (sin 1, cos 1, sin 0.01, cos 0.01).

    The first pair of columns is divided by 1, the second by 10000^(2/4) = 100.
    """
    expected = [[0.0, 1.0, 0.0, 1.0], [math.sin(1), math.cos(1), math.sin(0.01), math.cos(0.01)]]
    close(student.sinusoidal_positions(2, 4), torch.tensor(expected), scale=POSITIONS_SCALE)


@about("sinusoidal_positions", weight=3)
def test_formula_everywhere(student):
    """Every entry is that of the paper's formula.

    Columns 2i and 2i + 1 share the angle pos / 10000^(2i / d_model); one takes its sine, the other its cosine.
    """
    for length, d_model in ((9, 6), (5, 12), (40, 8), (7, 2)):
        expected = wave(torch.arange(length), d_model).float()
        close(student.sinusoidal_positions(length, d_model), expected, scale=POSITIONS_SCALE)


@about("sinusoidal_positions")
def test_far_places(student):
    """Far places keep their precision, and one place alone is a table of one row.

    Compute angles in floating-point numbers from the place itself, not by adding up steps.
    """
    for length, d_model in ((3, 10), (400, 10), (2200, 4)):
        got, places = (
            shape(student.sinusoidal_positions(length, d_model), (length, d_model)),
            torch.arange(length)[-100:],
        )
        what = f"Places {places[0]} to {places[-1]}"
        close(got[-100:], wave(places, d_model).float(), what, scale=POSITIONS_SCALE)
    close(student.sinusoidal_positions(1, 6), wave(torch.tensor([0]), 6).float(), scale=POSITIONS_SCALE)


@about("sinusoidal_positions")
def test_nothing_is_learned(student):
    """The table is a plain tensor of floating-point numbers, with nothing in it to learn.

    Return the numbers themselves, in torch's default precision, not an nn.Parameter.
    """
    got = shape(student.sinusoidal_positions(3, 4), (3, 4))
    student.note(str(got.dtype))
    if got.requires_grad:
        fail("The positions require a gradient.", "a tensor without", "requires_grad=True")
    if got.dtype != torch.float32:
        fail("The positions have another precision than embeddings have.", "torch.float32", str(got.dtype))


@about("sinusoidal_positions", needs="test_small_example_of_positions")
def test_odd_width_of_positions(student):
    """An odd d_model raises a ValueError: sines and cosines come in pairs.

    `if d_model % 2: raise ValueError(...)`, before anything is computed.
    """
    for d_model in (5, 3, 1):
        refuses(student, student.sinusoidal_positions, 4, d_model, when=f"for d_model={d_model}")


# shift_matrix


@about("shift_matrix")
def test_small_example_of_shift_matrix(student):
    """For offset 1 and d_model 2 it is [[cos 1, sin 1], [-sin 1, cos 1]].

    The first row makes the new sine, the second the new cosine.
    """
    cos, sin = math.cos(1), math.sin(1)
    close(student.shift_matrix(1, 2), torch.tensor([[cos, sin], [-sin, cos]]), scale=POSITIONS_SCALE)


@about("shift_matrix", weight=2)
def test_moves_every_place(student):
    """M @ positions[p] is positions[p + offset], at every place p.

    Each pair of columns turns by its own angle, offset / 10000^(2i / d_model).
    """
    for offset, d_model in ((1, 4), (3, 8), (12, 6)):
        places = torch.arange(20)
        matrix = shape(student.shift_matrix(offset, d_model), (d_model, d_model))
        if matrix.dtype != torch.float32:
            fail("The matrix has another precision than the positions have.", "torch.float32", str(matrix.dtype))
        moved = wave(places, d_model) @ matrix.detach().double().mT
        close(
            moved.float(),
            wave(places + offset, d_model).float(),
            f"M @ positions[p] for offset {offset}",
            scale=POSITIONS_SCALE,
        )


@about("shift_matrix", weight=2)
def test_one_turn_for_each_pair(student):
    """It consists of a 2 by 2 turn for each pair along the diagonal, and zeros elsewhere.

    Rows and columns 2i and 2i + 1 belong together: cosines on the diagonal, the sine right of it, minus the sine below.
    """
    offset, d_model = 5, 6
    blocks = []
    for pair in range(d_model // 2):
        angle = offset * 10000 ** (-2 * pair / d_model)
        blocks.append(torch.tensor([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]]))
    close(student.shift_matrix(offset, d_model), torch.block_diag(*blocks), scale=POSITIONS_SCALE)


@about("shift_matrix")
def test_back_and_nowhere(student):
    """A negative offset moves back, and an offset of 0 changes nothing.

    The sine of a negative angle is negative: let the sign of the offset go into the angle.
    """
    close(student.shift_matrix(0, 4), torch.eye(4), "The matrix for offset 0", scale=POSITIONS_SCALE)
    for offset, d_model in ((-1, 2), (-7, 8)):
        places = torch.arange(7, 20)
        matrix = shape(student.shift_matrix(offset, d_model), (d_model, d_model))
        moved = wave(places, d_model) @ matrix.detach().double().mT
        expected = wave(places + offset, d_model).float()
        close(moved.float(), expected, f"M @ positions[p] for offset {offset}", scale=POSITIONS_SCALE)


@about("shift_matrix")
def test_long_shift(student):
    """A long shift is as exact as a short one, and a far place moves as a near one.

    Compute the angle from the offset at once.
    """
    for offset, place, d_model in ((150, 40, 10), (3, 900, 32), (700, 40, 10)):
        matrix = shape(student.shift_matrix(offset, d_model), (d_model, d_model)).detach().double()
        moved, expected = matrix @ wave(place, d_model), wave(place + offset, d_model)
        close(moved.float(), expected.float(), f"M @ positions[{place}] for offset {offset}", scale=POSITIONS_SCALE)


@about("shift_matrix", needs="test_small_example_of_shift_matrix")
def test_odd_width_of_shift_matrix(student):
    """An odd d_model raises a ValueError: sines and cosines come in pairs.

    `if d_model % 2: raise ValueError(...)`, before anything is computed.
    """
    for d_model in (5, 3, 1):
        refuses(student, student.shift_matrix, 2, d_model, when=f"for d_model={d_model}")


# TransformerEmbedding


def expected_embedding(tokens: Tensor, table: Tensor) -> Tensor:
    """Without dropout, in float64: (batch, time, d_model)."""
    d_model = table.shape[1]
    return table.double()[tokens] * d_model**0.5 + wave(torch.arange(tokens.shape[1]), d_model)


@about("TransformerEmbedding")
def test_small_example_of_transformer_embedding(student):
    """The row (1, 2, 3, 4) becomes (2, 5, 6, 9) at place 0 and (2.84, 4.54, 6.01, 9) at place 1.

    Twice the row (the square root of d_model is 2), plus the position of the place.
    """
    table = torch.tensor([[7.0, 7.0, 7.0, 7.0], [1.0, 2.0, 3.0, 4.0]])
    embedding = with_table(student, student.TransformerEmbedding(2, 4), table)
    expected = [[2.0, 5.0, 6.0, 9.0], [2 + math.sin(1), 4 + math.cos(1), 6 + math.sin(0.01), 8 + math.cos(0.01)]]
    close(embedding(torch.tensor([[1, 1]])), torch.tensor([expected]), scale=POSITIONS_SCALE)


@about("TransformerEmbedding", weight=2)
def test_words_and_places(student):
    """Every word's vector, times the square root of d_model, plus the position of its place in the sentence.

    Places count along time, from 0, and are the same for every sentence of the batch.
    """
    for batch, time, d_model in ((3, 5, 6), (1, 7, 4), (5, 2, 2), (2, 1, 8)):
        table, tokens = torch.randn(11, d_model), torch.randint(0, 11, (batch, time))
        embedding = with_table(student, student.TransformerEmbedding(11, d_model, max_length=9), table)
        close(embedding(tokens), expected_embedding(tokens, table).float(), scale=POSITIONS_SCALE)
        unchanged(student)


@about("TransformerEmbedding")
def test_all_lengths_up_to_the_longest(student):
    """Every length up to max_length works, also after another length; by default that is 512.

    Use as many rows of the positions as the input has words.
    """
    embedding = with_table(student, student.TransformerEmbedding(5, 4, 6), table := torch.randn(5, 4))
    for time in (6, 2, 6, 3):
        tokens = torch.randint(0, 5, (2, time))
        expected = expected_embedding(tokens, table).float()
        close(embedding(tokens), expected, f"The result for {time} words", scale=POSITIONS_SCALE)
    embedding = with_table(student, student.TransformerEmbedding(3, 2), table := torch.randn(3, 2))
    tokens = torch.randint(0, 3, (1, 512))
    got = shape(embedding(tokens), (1, 512, 2), "The result for 512 words")
    expected = expected_embedding(tokens, table).float()[:, 500:]
    close(got[:, 500:], expected, "The end of the result for 512 words", scale=POSITIONS_SCALE)
    embedding = with_table(student, student.TransformerEmbedding(3, 2, max_length=520), table)
    shape(embedding(torch.randint(0, 3, (1, 520))), (1, 520, 2), "The result for 520 words with max_length=520")


@about("TransformerEmbedding")
def test_too_long(student):
    """An input longer than max_length raises a ValueError.

    Compare the input's number of words with max_length in `forward`, before you add.
    """
    table, calls = torch.randn(5, 4), []
    for limits, time in (({"max_length": 6}, 7), ({"max_length": 1}, 3), ({"max_length": 4}, 9), ({}, 513)):
        embedding = with_table(student, student.TransformerEmbedding(5, 4, **limits), table)
        calls.append(
            (
                embedding,
                torch.randint(0, 5, (2, time)),
                f"for {time} words with max_length={limits.get('max_length', 512)}",
            )
        )
    for embedding, tokens, _ in calls:
        try:
            embedding(tokens)  # so that the record tells one mistake from another
        except AnswerRaised as error:
            student.forget()
            student.note(kind_of(error))
    for embedding, tokens, when in calls:
        refuses(student, embedding, tokens, when=when)


@about("TransformerEmbedding")
def test_positions_are_not_trained(student):
    """The table of embeddings is all that is trained; the positions are not.

    Keep the positions with `self.register_buffer`, not as an nn.Parameter or nn.Embedding.
    """
    table_of(student, student.TransformerEmbedding(7, 4, max_length=9), 7, 4)


@about("TransformerEmbedding")
def test_positions_are_a_buffer(student):
    """The positions are a buffer: they follow the module to another dtype or device.

    `self.register_buffer("positions", ...)`; a plain attribute would stay behind.
    """
    embedding = student.TransformerEmbedding(7, 4, max_length=9)
    student.note(sorted(tuple(one.shape) for one in embedding.parameters().values()))
    student.note(len(embedding.buffers()) > 0)
    got = tensor(embedding.to(torch.bfloat16)(torch.tensor([[2, 6, 0]])))
    student.forget()  # it rests on the starting values
    student.note(str(got.dtype))
    shape(got, (1, 3, 4))
    if got.dtype != torch.bfloat16:
        fail("After `.to(torch.bfloat16)` not all parts followed.", "a result in torch.bfloat16", str(got.dtype))
    if not any(one.is_floating_point() and one.numel() >= 9 for one in embedding.buffers().values()):
        shapes = [f"{name} {tuple(one.shape)}" for name, one in embedding.buffers().items()]
        fail("The positions are not a buffer of the module.", "a buffer for 9 places", ", ".join(shapes) or "no buffer")


def factors_of(got: Tensor, words: Tensor, positions: Tensor, rate: float) -> list[tuple[int, int]]:
    """What dropout did to words and to positions, whichever entries it chose: powers of 1 / (1 - rate), or -1 for 0."""
    clear = (got != 0) & (words.abs() > 0.5) & (positions.abs() > 0.5)
    got, words, positions = got[clear], words[clear], positions[clear]
    powers = {power: (1 - rate) ** -power if power >= 0 else 0.0 for power in (-1, 0, 1, 2)}
    pairs = list(itertools.product(powers, repeat=2))
    fits = torch.stack([(got - powers[w] * words - powers[p] * positions).abs() < 1e-3 for w, p in pairs])
    fits = fits[:, fits.sum(dim=0) == 1].sum(dim=1)
    return [pair for pair, times in zip(pairs, fits.tolist()) if times > len(got) / 50]


@about("TransformerEmbedding", weight=2)
def test_dropout_in_training(student):
    """In training, dropout falls on the sum of word and place: an entry is 0, or divided by 1 - dropout.

    Pass the sum through `nn.Dropout(dropout)` and return what comes out.
    """
    seed = int(torch.randint(0, 2**31, ()))
    for rate in (0.5, 0.2):
        table, tokens = torch.randn(7, 8), torch.randint(0, 7, (5, 10))
        embedding = with_table(student, student.TransformerEmbedding(7, 8, max_length=12, dropout=rate), table)
        torch.manual_seed(seed)  # what the answer drew while it was made does not matter
        got, again = (shape(embedding(tokens), (5, 10, 8)).detach().double() for _ in range(2))
        whole = expected_embedding(tokens, table)
        positions = wave(torch.arange(10), 8).expand_as(whole)
        kept = whole / (1 - rate)
        dropped = got == 0
        student.forget(2)  # which entries are dropped is free; what became of the others is not
        share = dropped.double().mean()
        factors = factors_of(got, whole - positions, positions, rate)
        student.note([factors, Share(share, 0.12), torch.equal(dropped, again == 0)])
        close(
            got[~dropped].float(),
            kept[~dropped].float(),
            f"What dropout={rate} leaves over",
            f"With dropout={rate}, what is left over should be the sum divided by {1 - rate:g}.",
            scale=POSITIONS_SCALE,
        )
        if abs(share - rate) > 0.15:
            fail("Dropout sets the wrong share of the sum to 0.", f"about {rate:.0%}", f"{share:.0%} (of 400 entries)")
        if torch.equal(got == 0, again == 0):
            fail("Dropout should draw anew in every call.", "other entries set to 0", "the same entries twice")
        whole = [dropped.all(dim=side) | (~dropped).all(dim=side) for side in range(3)]
        if any(one.double().mean() > 0.9 for one in whole):
            fail("Dropout should choose every entry by itself.", "single entries set to 0", "whole rows set to 0")


@about("TransformerEmbedding", weight=2)
def test_no_dropout_in_use(student):
    """In eval mode nothing is dropped, whatever the dropout; without `dropout=` nothing is dropped in training either.

    An `nn.Dropout` knows the mode by itself; `F.dropout` must be told: `training=self.training`.
    """
    table, tokens = torch.randn(7, 6), torch.randint(0, 7, (4, 5))
    expected = expected_embedding(tokens, table).float()
    embedding = with_table(student, student.TransformerEmbedding(7, 6, 8, 0.5), table)
    embedding.set_mode(False)
    close(embedding(tokens), expected, "The result in eval mode", scale=POSITIONS_SCALE)
    embedding = with_table(student, student.TransformerEmbedding(7, 6, 8), table)
    embedding.set_mode(True)
    close(embedding(tokens), expected, "The result in training mode, without dropout", scale=POSITIONS_SCALE)
    follows_its_numbers(student, lambda: make(student, "TransformerEmbedding", 7, 6), tokens)


@about("TransformerEmbedding")
def test_embedding_learns(student):
    """Gradients reach the table of embeddings, in float64 too.

    Add and multiply tensors, without detach, .data or no_grad.
    """
    table, tokens = torch.randn(5, 4, dtype=torch.float64), torch.tensor([[1, 4, 1], [2, 1, 4]])
    embedding = with_table(student, student.TransformerEmbedding(5, 4, max_length=3).to(torch.float64), table)
    out = embedding(tokens)
    close(out, expected_embedding(tokens, table), scale=100.0)  # positions agree to 1e-4, made in float32
    table_learns(embedding, tokens, out, table)
    dropping = student.TransformerEmbedding(5, 4, max_length=3, dropout=0.5).to(torch.float64)
    out = shape(with_table(student, dropping, table)(tokens), (2, 3, 4), "The result in training with dropout")
    student.forget()  # what is dropped depends on what the answer drew while it was made
    if out.dtype != torch.float64:
        fail("In training with dropout the result has the wrong dtype.", "torch.float64", str(out.dtype))
    table_learns(dropping, tokens, out, table, kept=2.0 * (out.detach() != 0))
