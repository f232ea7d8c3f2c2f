"""What is true of right answers to lesson 05."""

import functools
import itertools
import math
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from utils.checking.checks import about
from utils.checking.expect import Failed, close, describe, equal, fail, gradients_on_again, shape, tensor, unpack
from utils.checking.expect import raises as raising
from utils.checking.properties import agrees
from utils.checking.reference import reference
from utils.checking.student import Handle, Share, Student

TRAINS = True
"""An optimizer steps and operations are counted."""
PAD, BOS, EOS = 0, 1, 2
TINY = {"d_model": 8, "n_heads": 2, "n_layers": 1, "d_ff": 12, "dropout": 0.0, "max_length": 32}


# shift_right


@about("shift_right")
def test_small_example_of_shift_right(student):
    """(7, 8, 9, eos) becomes (bos, 7, 8, 9).

    Put bos in front of each row, and leave each row's last token out.
    """
    close(student.shift_right(torch.tensor([[7, 8, 9, 2]])), torch.tensor([[1, 7, 8, 9]]))


@about("shift_right", weight=2)
def test_every_row_is_shifted(student):
    """Each sentence of a batch is shifted on its own, along time.

    The shape stays (batch, time): join a column of bos with all columns but the last.
    """
    targets = torch.randint(4, 20, (4, 6))
    targets[1, 3:], targets[2, 1:] = PAD, PAD
    targets[1, 2] = targets[2, 0] = targets[3, 5] = EOS
    ending = targets[1:3]  # every row ends in padding: the width stays
    for batch in (targets, ending, targets[:, :4]):
        close(student.shift_right(batch), torch.cat([torch.full((len(batch), 1), BOS), batch[:, :-1]], dim=1))


@about("shift_right")
def test_any_begin_token(student):
    """`bos_id` names the token that comes first.

    Use the argument; 1 is only its default.
    """
    close(student.shift_right(torch.tensor([[4, 5], [6, 0], [9, 3]]), 8), torch.tensor([[8, 4], [8, 6], [8, 9]]))
    for bos_id in (3, 0):
        close(student.shift_right(torch.tensor([[4], [6]]), bos_id=bos_id), torch.tensor([[bos_id], [bos_id]]))
    close(student.shift_right(torch.tensor([[1, 5, 1], [1, 6, 2]])), torch.tensor([[1, 1, 5], [1, 1, 6]]))


@about("shift_right", needs="test_small_example_of_shift_right")
def test_targets_are_left_alone(student):
    """The targets themselves stay as they were: the loss still needs them.

    Make a new tensor.
    """
    student.shift_right(torch.randint(4, 20, (3, 5)))
    if student.changed_its_input:
        fail("Your code changes the targets in place.", "a new tensor", "targets with other values after the call")


# label_smoothed_loss


@about("label_smoothed_loss")
def test_small_example_of_label_smoothing(student):
    """Probabilities (1/2, 1/4, 1/4), target 1, smoothing 0.3: the loss is 0.1 ln 2 + 0.9 ln 4 = 1.317.

    Weigh -ln p with 0.1 for each of the three words, and with 0.7 more for the target.
    """
    logits = torch.tensor([[0.5, 0.25, 0.25]]).log()
    close(
        student.label_smoothed_loss(logits, torch.tensor([1]), pad_id=0, smoothing=0.3),
        torch.tensor(0.1 * math.log(2) + 0.9 * math.log(4)),
    )


@about("label_smoothed_loss")
def test_without_smoothing(student):
    """With smoothing 0 it is the ordinary cross-entropy.

    The target's word then gets the whole weight: -log_softmax(logits) at the target, averaged.
    """
    logits, targets = torch.randn(5, 7), torch.randint(1, 7, (5,))
    close(student.label_smoothed_loss(logits, targets, smoothing=0.0), F.cross_entropy(logits, targets))
    with torch.no_grad():
        expected = F.cross_entropy(logits, targets, label_smoothing=0.1)
        close(student.label_smoothed_loss(logits, targets), expected, "Inside torch.no_grad() the smoothed loss")


@about("label_smoothed_loss", weight=2)
def test_smoothing_over_the_whole_vocabulary(student):
    """Every word of the vocabulary, the target's too, gets smoothing / vocab_size.

    The target gets (1 - smoothing) on top of its share. `smoothing` is 0.1 unless told otherwise.
    """
    logits, targets = torch.randn(4, 6) * 2, torch.randint(1, 6, (4,))
    expected = F.cross_entropy(logits, targets, label_smoothing=0.1)
    close(
        student.label_smoothed_loss(logits, targets), expected, "Without `smoothing` given (it is 0.1 then), the loss"
    )
    for smoothing in (0.5, 1.0):
        expected = F.cross_entropy(logits, targets, label_smoothing=smoothing)
        close(
            student.label_smoothed_loss(logits, targets, smoothing=smoothing),
            expected,
            f"With smoothing={smoothing}, the loss",
        )


@about("label_smoothed_loss", weight=2)
def test_padding_does_not_count(student):
    """Positions whose target is pad do not count, neither in the sum nor in the number of tokens.

    Leave them out before you average: divide by the number of real tokens.
    """
    logits, targets = torch.randn(2, 5, 6), torch.tensor([[3, 1, 5, 0, 0], [2, 4, 0, 0, 0]])
    expected = F.cross_entropy(logits[:, 0], targets[:, 0], label_smoothing=0.1)
    close(
        student.label_smoothed_loss(logits[:, :1], targets[:, :1]), expected, "For one word in each sentence the loss"
    )
    kept = targets != PAD
    expected = F.cross_entropy(logits[kept], targets[kept], label_smoothing=0.1)
    close(student.label_smoothed_loss(logits, targets), expected)
    logits[~kept] = torch.randn(5, 6) * 100
    message = "The loss moved when only the logits at padding changed."
    close(student.label_smoothed_loss(logits, targets), expected, message=message, scale=10.0)


@about("label_smoothed_loss")
def test_any_padding_token(student):
    """`pad_id` names the token that does not count; 0 is then a word like any other.

    Compare the targets with the argument.
    """
    logits, targets = torch.randn(3, 4, 6), torch.tensor([[0, 3, 5, 5], [1, 0, 4, 5], [0, 5, 5, 5]])
    expected = F.cross_entropy(logits.mT, targets, label_smoothing=0.2, ignore_index=5)
    close(student.label_smoothed_loss(logits, targets, pad_id=5, smoothing=0.2), expected)


@about("label_smoothed_loss")
def test_any_leading_sides(student):
    """It takes (vocab_size,) scores for one token, (batch, time) tokens, or more sides.

    Flatten all but the last side of the logits, or work along the last side only.
    """
    for sides in ((6,), (2, 3, 4), (2, 3)):
        logits, targets = torch.randn(*sides, 5), torch.randint(0, 5, sides)
        targets.view(-1)[0] = 3
        expected = F.cross_entropy(logits.reshape(-1, 5), targets.reshape(-1), label_smoothing=0.1, ignore_index=0)
        close(student.label_smoothed_loss(logits, targets), expected, f"With targets of shape {sides}, the loss")


@about("label_smoothed_loss")
def test_large_scores_stay_finite(student):
    """Scores of 1000 give a finite loss.

    Use log_softmax (or logsumexp): exp(1000) is infinite, and the logarithm of a softmax that is 0 is minus infinity.
    """
    targets = torch.tensor([1, 2])
    alike = torch.tensor([[1000.0, 999.0, 998.0], [999.0, 998.0, 1000.0]])
    apart = torch.tensor([[1000.0, 0.0, -1000.0], [0.0, 500.0, 1000.0]])
    got = [student.label_smoothed_loss(logits, targets) for logits in (alike, apart)]
    for own, logits in zip(got, (alike, apart)):
        close(own, F.cross_entropy(logits, targets, label_smoothing=0.1), scale=1000.0)


@about("label_smoothed_loss", weight=2)
def test_label_smoothed_loss_precise_and_differentiable(student):
    """It works in float64, lets gradients through and leaves its inputs alone.

    Stay with torch functions on the logits as they come.
    """
    targets = torch.tensor([[3, 0, 1], [2, 4, 0]])

    def oracle(logits, targets):
        return F.cross_entropy(logits.mT, targets, label_smoothing=0.1, ignore_index=0)

    agrees(student, student.label_smoothed_loss, oracle, torch.randn(2, 3, 5), targets)


# noam_learning_rate


def _noam(step: int, d_model: int, warmup: int) -> float:
    step = max(step, 1)
    return step / warmup**1.5 / d_model**0.5 if step < warmup else 1 / (step * d_model) ** 0.5


def _rate(got: object, step: int, d_model: int, warmup: int) -> None:
    what = f"The rate at step {step} (d_model {d_model}, warmup {warmup})"
    close(got, _noam(step, d_model, warmup), what, scale=0.0)


@about("noam_learning_rate")
def test_small_example_of_noam(student):
    """With d_model 4 and warmup 4, step 2 gives 1/8 and step 16 gives 1/8.

    The smaller of step ** -0.5 and step * warmup ** -1.5, times d_model ** -0.5.
    """
    for step in (2, 16):
        _rate(student.noam_learning_rate(step, 4, 4), step, 4, 4)


@about("noam_learning_rate")
def test_warm_up(student):
    """During warm-up the rate rises by the same amount at every step.

    There the second term, step * warmup ** -1.5, is the smaller one.
    """
    for step in (1, 2, 50, 99):
        _rate(student.noam_learning_rate(step, 64, 100), step, 64, 100)


@about("noam_learning_rate")
def test_decay(student):
    """The rate is highest at step = warmup; after it, four times the step means half the rate.

    There the first term, step ** -0.5, is the smaller one.
    """
    for step in (100, 101, 400, 1600, 100_000):
        _rate(student.noam_learning_rate(step, 64, 100), step, 64, 100)


@about("noam_learning_rate")
def test_the_paper_and_its_defaults(student):
    """Without arguments it is the paper's base model: d_model 512, 4000 steps of warm-up, 0.000699 at the top.

    Both numbers have the paper's values as defaults.
    """
    for step in (1, 4000, 100_000):
        _rate(student.noam_learning_rate(step), step, 512, 4000)
    _rate(student.noam_learning_rate(300, d_model=1024), 300, 1024, 4000)
    _rate(student.noam_learning_rate(300, warmup=200), 300, 512, 200)


@about("noam_learning_rate")
def test_step_zero(student):
    """Step 0 counts as step 1.

    Schedulers begin to count at 0, and 0 ** -0.5 does not exist.
    """
    _rate(student.noam_learning_rate(0, 16, 10), 0, 16, 10)
    _rate(student.noam_learning_rate(0, 16, 1), 0, 16, 1)


# batches_by_tokens


def _batches(got: object) -> list[list[int]]:
    """The batches as lists of int, whatever kind of sequence they are."""
    if isinstance(got, Tensor) or not isinstance(got, tuple | list):
        fail("The result is not a list of lists.", "[[0, 3], [1], …]", describe(got))
    batches = [batch.tolist() if isinstance(batch, Tensor) and batch.dim() == 1 else batch for batch in got]
    for batch in batches:
        if not isinstance(batch, tuple | list):
            fail("A batch is not a list of indices.", "[0, 3]", describe(batch))
    batches = [[int(i) if isinstance(i, Tensor) and i.numel() == 1 else i for i in batch] for batch in batches]
    for index in itertools.chain(*batches):
        if isinstance(index, bool) or not isinstance(index, int):
            fail("A batch holds something that is not an index.", "int", describe(index))
    return batches


def _draw_lengths(count: int = 60) -> list[int]:
    return torch.randint(1, 13, (count,)).tolist()


def _asked(student, lengths: list[int], max_tokens: int) -> list[list[int]]:
    batches = _batches(student.batches_by_tokens(lengths, max_tokens))
    student.forget()  # the order of the batches, and which of two equal lengths comes where, is free
    student.note(sorted(sorted(dict(enumerate(lengths)).get(index, -1) for index in batch) for batch in batches))
    student.note(sorted(itertools.chain(*batches)))
    return batches


def _shown(batch: list[int], lengths: list[int]) -> str:
    return f"lengths {[lengths[index] for index in batch]}"


@about("batches_by_tokens")
def test_small_example_of_batches(student):
    """Lengths 2, 5, 2, 5 with at most 10 tokens: 0 and 2 go together, and 1 and 3.

    Two sentences of length 5 fill 10 places. So do two of length 2 and one of 5 not: padded they take 3 times 5.
    """
    got = sorted(map(sorted, _asked(student, [2, 5, 2, 5], 10)))
    equal(got, [[0, 2], [1, 3]], "The set of batches")


@about("batches_by_tokens")
def test_every_index_once(student):
    """Every sentence is in exactly one batch, the last ones too, and no batch is empty.

    Remember to add the batch that is still open when the sentences run out.
    """
    lengths = _draw_lengths()
    batches = _asked(student, lengths, 40)
    if not all(batches):
        fail("There is a batch without any sentence.", "at least one index in each", "[]")
    got = sorted(itertools.chain(*batches))
    missing, twice = sorted(set(range(60)) - set(got)), sorted({one for one in got if got.count(one) > 1})
    if missing or twice or len(got) != 60:
        fail("Not every index is there exactly once.", "each of 0 to 59 once", f"missing {missing}, twice {twice}")
    student.forget_all()  # where a batch ends is free: sorting may be up or down


@about("batches_by_tokens", weight=2)
def test_padded_size_fits(student):
    """No batch, once padded, takes more than max_tokens places.

    Padded size = number of sentences times the longest of them, not the sum of the lengths.
    """
    for max_tokens in (12, 25, 40, 97):
        lengths = _draw_lengths()
        for batch in _asked(student, lengths, max_tokens):
            longest = max((lengths[index] for index in batch if 0 <= index < len(lengths)), default=0)
            if len(batch) * longest > max_tokens:
                got = f"{len(batch)} * {longest} = {len(batch) * longest} for {_shown(batch, lengths)}"
                fail("A batch is too large.", f"at most {max_tokens}", got)
    student.forget_all()  # where a batch ends is free: sorting may be up or down


@about("batches_by_tokens", weight=2)
def test_similar_lengths_together(student):
    """Sentences of similar length share a batch, so that little is padded.

    Sort the indices by length first, then fill batch after batch.
    """
    for max_tokens in (12, 25, 40):
        lengths = _draw_lengths()
        spans = sorted(
            (min(own), max(own))
            for own in ([lengths[i] for i in b] for b in _asked(student, lengths, max_tokens))
            if own
        )
        for one, other in itertools.pairwise(spans):
            if one[1] > other[0]:
                got = f"one batch has lengths {one[0]} to {one[1]}, another {other[0]} to {other[1]}"
                fail("The lengths of two batches overlap.", "batches that follow each other in length", got)
    student.forget_all()  # where a batch ends is free: sorting may be up or down


@about("batches_by_tokens", weight=2)
def test_batches_are_full(student):
    """No two neighbouring batches would fit together.

    Close a batch only when the next sentence no longer fits.
    """
    for max_tokens in (12, 26, 40, 100):
        lengths = _draw_lengths()
        fitting = _neighbours_that_fit(_asked(student, lengths, max_tokens), lengths, max_tokens)
        if fitting:
            one, other, size = fitting
            got = f"{_shown(one, lengths)} and {_shown(other, lengths)}, together {size}"
            fail("Two neighbouring batches would fit into one.", f"more than {max_tokens} together", got)
    for sentences, length in ((20, 1), (13, 4)):
        full = sentences * length
        for longer in ([], [full]):  # which fills a batch alone
            sizes = [len(batch) for batch in _asked(student, [length] * sentences + longer, full) if batch]
            if max(sizes, default=0) != sentences:
                got = f"batches of {', '.join(map(str, sizes))}"
                fail(f"{sentences} sentences of length {length} fill {full} tokens.", "one batch", got)
    student.forget_all()  # where a batch ends is free: sorting may be up or down


def _neighbours_that_fit(batches: list[list[int]], lengths: list[int], most: int) -> tuple | None:
    """Two neighbours that would fit into one batch, and its size; None where an order by length has no such two.

    Which of two batches of one and the same length comes first is free, so four orders are tried.
    """
    batches = [batch for batch in batches if batch]
    by_size = sorted(batches, key=len)
    found = None
    for order in (batches, batches[::-1], by_size, by_size[::-1]):
        ordered = sorted(order, key=lambda batch: (min(lengths[i] for i in batch), max(lengths[i] for i in batch)))
        pairs = list(itertools.pairwise(ordered))
        sizes = [(len(one) + len(other)) * max(lengths[i] for i in [*one, *other]) for one, other in pairs]
        found = next(((*pair, size) for pair, size in zip(pairs, sizes) if size <= most), None)
        if not found:
            return None
    return found


@about("batches_by_tokens")
def test_longer_sentence_alone(student):
    """A sentence longer than max_tokens makes a batch of its own.

    It cannot fit, and it must not be lost: let an empty batch take any sentence.
    """
    lone = _asked(student, [12, 9, 30], 8)
    student.note(student.changed_its_input)
    if student.changed_its_input:
        fail("Your code changes the list of lengths.", "lengths as they were", "another order or other numbers in it")
    equal(sorted(lone), [[0], [1], [2]], "With lengths [12, 9, 30] and max_tokens 8, the set of batches")
    lengths = [3, 50, 2, 9, 8, 60, 1, 3]
    batches = _asked(student, lengths, 8)
    if sorted(itertools.chain(*batches)) != list(range(8)):
        fail("Not every index is there exactly once.", "each of 0 to 7 once", batches)
    for index in (1, 3, 5):
        if [index] not in batches:
            own = next(batch for batch in batches if index in batch)
            fail(f"The sentence of length {lengths[index]} is not alone (max_tokens is 8).", [index], own)
    if [] in batches:
        fail("There is a batch without any sentence.", "at least one index in each", batches)


# train_step


def _small_transformer(student, dropout: float = 0.0, size: float = 1.0, **more):
    """A tiny Transformer of the course with parameters drawn here: 11 source and 13 target words."""
    model = student.course.Transformer(11, 13, **{**TINY, "dropout": dropout, **more})
    model.load({name: _drawn(name, value) * size for name, value in model.parameters().items()})
    return model.set_mode(False)


def _drawn(name: str, value: Tensor) -> Tensor:
    """Random numbers with which the words that come depend on all the words before, not on the last one only."""
    if value.dim() > 1:
        return torch.randn(value.shape) * 1.4 / value.shape[-1] ** 0.5
    if name.endswith("bias"):
        return torch.randn(value.shape) * 0.2
    return (torch.rand(value.shape) * 0.6 + 0.7) * torch.randn(
        value.shape
    ).sign()  # signs, or each word would repeat itself


def _pairs(batch: int = 3, time: int = 6) -> tuple[Tensor, Tensor]:
    """Source and target ids; the target has bos and eos; all rows but the first are padded.

    All ids are words of the source too, so that a model which is given the target for it answers.
    """
    src, tgt = torch.randint(4, 11, (batch, time - 1)), torch.randint(4, 11, (batch, time))
    tgt[:, 0], tgt[0, -1] = BOS, EOS
    for row in range(1, batch):
        src[row, -row:], tgt[row, -row:], tgt[row, -row - 1] = PAD, PAD, EOS
    return src, tgt


def _loss(model, src: Tensor, tgt: Tensor, pad_id: int = 0, smoothing: float = 0.1) -> Tensor:
    logits = model(src, tgt[:, :-1])
    return F.cross_entropy(logits.mT, tgt[:, 1:], ignore_index=pad_id, label_smoothing=smoothing)


def _gradients(model, *batch, **more) -> dict[str, Tensor]:
    own = model.parameters()
    grads = torch.autograd.grad(_loss(model, *batch, **more), list(own.values()), allow_unused=True)
    return {name: torch.zeros_like(value) if grad is None else grad for (name, value), grad in zip(own.items(), grads)}


def _sgd(model, rate: float) -> torch.optim.Optimizer:
    return torch.optim.SGD(list(model.parameters().values()), lr=rate)


def _moved(student, model, before: dict[str, Tensor], gradients: dict[str, Tensor], rate: float, message: str) -> None:
    """The parameters are where one step of plain gradient descent takes them."""
    after = torch.cat([value.detach().flatten() for value in model.parameters().values()])
    start = torch.cat([before[name].flatten() for name in gradients])
    expected = torch.cat([grad.flatten() for grad in gradients.values()])
    size = expected.abs().max().clamp(min=1e-12)
    step = (start - after) / rate / expected.norm()
    student.note(Share(torch.stack([step @ expected / expected.norm(), step.norm()]), 0.02))  # whither, and how far
    ratio = ((start - after) / rate / size - expected / size).abs().max().item()
    if not ratio < 1e-2:
        step, wanted = ((start - after) / rate).norm().item(), expected.norm().item()
        fail(
            message,
            f"a step of rate times a gradient of length {wanted:.4g}",
            f"{step:.4g}, off by {ratio:.2g} of its largest entry",
        )


@about("train_step")
def test_loss_of_one_step(student):
    """It returns the smoothed loss of predicting each next token from those before it.

    Feed the decoder the target without its last token (it starts with bos); ask for the target without its first.
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    expected = _loss(model, src, tgt).item()
    close(student.train_step(model, src, tgt, _sgd(model, 0.1)), expected, "The loss")


@about("train_step")
def test_loss_is_a_float(student):
    """The loss comes back as a Python float, measured before the step.

    `loss.item()`: a tensor would keep the whole computation alive.
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    expected = _loss(model, src, tgt).item()
    got = student.train_step(model, src, tgt, _sgd(model, 2.0))
    if not isinstance(got, float):
        student.note(isinstance(got, Tensor) and got.requires_grad)
        fail("The loss is not a float.", f"{expected:.4g}, a float", describe(got))
    close(got, expected)


@about("train_step", weight=2)
def test_parameters_move(student):
    """The model's parameters take one step down the gradient of that loss.

    In this order: clear the gradients, backward, optimizer.step().
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    before, gradients = model.state(), _gradients(model, src, tgt)
    optimizer = _sgd(model, 0.1)
    student.train_step(model, src, tgt, optimizer)
    _moved(student, model, before, gradients, 0.1, "The parameters did not move by one step.")
    before, gradients = model.state(), _gradients(model, src, tgt)
    student.train_step(model, src, tgt, optimizer)
    _moved(student, model, before, gradients, 0.1, "The second step is not that of its own gradient alone.")


@about("train_step", weight=2)
def test_old_gradients_are_cleared(student):
    """Gradients left over from before do not count.

    `optimizer.zero_grad()` before the backward pass: torch adds to what is there.
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    for value in model.parameters().values():
        value.grad = torch.randn_like(value)
    before, gradients = model.state(), _gradients(model, src, tgt)
    optimizer = _sgd(model, 0.1)
    student.train_step(model, src, tgt, optimizer)
    _moved(student, model, before, gradients, 0.1, "The step is not that of this batch's gradient alone.")
    optimizer = torch.optim.SGD(list(model.parameters().values()), lr=0.05, momentum=0.5)
    first = _gradients(model, src, tgt)
    student.train_step(model, src, tgt, optimizer)
    before, second = model.state(), _gradients(model, src, tgt)
    student.train_step(model, src, tgt, optimizer)
    both = {name: second[name] + 0.5 * first[name] for name in second}
    _moved(student, model, before, both, 0.05, "The second step with one optimizer is not that of its gradient alone.")


@about("train_step")
def test_gradients_are_not_clipped(student):
    """The gradient is used as it is, however long.

    Clipping belongs in the training loop, if anywhere; here it would hide what the step does.
    """
    model, (src, tgt) = _small_transformer(student, size=2.0), _pairs()
    before, gradients = model.state(), _gradients(model, src, tgt)
    student.train_step(model, src, tgt, _sgd(model, 0.01))
    _moved(student, model, before, gradients, 0.01, "The step does not have the gradient's own length.")
    model(src, tgt)


@about("train_step", weight=2)
def test_padding_and_smoothing_are_passed_on(student):
    """`pad_id` and `smoothing` reach the loss.

    Pass both on to label_smoothed_loss.
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    for smoothing in (0.0, 0.4):
        expected = _loss(model, src, tgt, smoothing=smoothing).item()
        got = student.train_step(model, src, tgt, _sgd(model, 0.1), smoothing=smoothing)
        close(got, expected, f"With smoothing={smoothing}, the loss")
    model = _small_transformer(student, pad_id=3)
    src, tgt = torch.where(src == PAD, 3, src), torch.where(tgt == PAD, 3, tgt)
    expected = _loss(model, src, tgt, pad_id=3).item()
    close(student.train_step(model, src, tgt, _sgd(model, 0.1), pad_id=3), expected, "With pad_id=3, the loss")
    expected = _loss(model, src, tgt, pad_id=3, smoothing=0.2).item()
    close(
        student.train_step(model, src, tgt, _sgd(model, 0.1), 3, 0.2),
        expected,
        "With pad_id=3 and smoothing=0.2, the loss",
    )
    model, (src, tgt) = _small_transformer(student), _pairs()
    expected = _loss(model, src, tgt, pad_id=9).item()
    got = student.train_step(model, src, tgt, _sgd(model, 0.1), pad_id=9)
    close(got, expected, "With pad_id=9 and a model whose own pad_id is 0, the loss")


@about("train_step", weight=2)
def test_mode_is_left_alone(student):
    """The model stays in its mode, with dropout in training and without it in evaluation.

    Whoever calls train_step decides: no model.train() or model.eval() inside.
    """
    model, (src, tgt) = _small_transformer(student, dropout=0.5), _pairs()
    expected = _loss(model, src, tgt).item()
    got = student.train_step(model, src, tgt, _sgd(model, 0.0))
    student.note(model.training)
    close(got, expected, "In evaluation mode, the loss")
    equal(model.training, False, "model.training after a step in evaluation mode")
    model.set_mode(True)
    losses = []
    for _ in range(4):
        losses.append(student.train_step(model, src, tgt, _sgd(model, 0.0)))
        close(losses[-1], losses[-1])
    student.note(model.training)
    if len({round(one, 6) for one in losses}) == 1:
        fail(
            "In training mode dropout is off.",
            "losses that differ a little from call to call",
            f"{losses[0]:.4g} each time",
        )
    equal(model.training, True, "model.training after a step in training mode")


@about("train_step", needs="test_loss_of_one_step")
def test_batch_is_left_alone(student):
    """Source and target stay as they were.

    Slices are enough; write nothing into them.
    """
    model, (src, tgt) = _small_transformer(student), _pairs()
    student.train_step(model, src, tgt, _sgd(model, 0.1))
    if student.changed_its_input:
        fail("Your code changes the batch in place.", "src and tgt as they were", "other ids after the call")


# corpus_exact_match


@about("corpus_exact_match")
def test_small_example_of_exact_match(student):
    """Two of four sentences are right: 0.5.

    Count the equal pairs and divide by how many there are.
    """
    hypotheses = ["vier und neunzig", "acht", "neun zehn", "elf"]
    close(student.corpus_exact_match(hypotheses, ["vier und neunzig", "acht", "neun", "zwölf"]), 0.5)


@about("corpus_exact_match")
def test_whole_sentences_in_their_places(student):
    """A pair counts only when the whole sentence is the same, word for word, and in its place.

    Compare with `==`, pair by pair (`zip`).
    """
    close(student.corpus_exact_match(["a  b", "c"], ["a b", "c"]), 1 / 2)
    hypotheses = ["zehn zwei", "drei", "Acht", " elf", "neun", "sechs sechs", "vier", "EINS"]
    references = ["zwei zehn", "vier", "acht", "elf", "neun neun", "sechs", "vier", "eins"]
    close(student.corpus_exact_match(hypotheses, references), 1 / 8)
    close(student.corpus_exact_match(["b", "a", "c"], ["a", "b", "c"]), 1 / 3)
    close(student.corpus_exact_match(["a", "a", "b"], ["a", "a", "a"]), 2 / 3)
    close(student.corpus_exact_match(["a", "b"], ["", "b"]), 1 / 2)
    close(student.corpus_exact_match(["", "b", "c"], ["a", "b", "c"]), 2 / 3)


@about("corpus_exact_match")
def test_all_and_none(student):
    """All right is 1, nothing right is 0.

    It is a share from 0 to 1, not a percentage.
    """
    close(student.corpus_exact_match(["a b", "c"], ["a b", "c"]), 1.0)
    close(student.corpus_exact_match(["a b", "c", "d"], ["a", "b c", ""]), 0.0)


@about("corpus_exact_match")
def test_lists_of_words_or_ids(student):
    """Sentences may be lists of words or of ids.

    `==` compares lists too, order included; no string method is needed.
    """
    close(student.corpus_exact_match([[4, 5], [6], [7, 8]], [[4, 5], [6, 6], [8, 7]]), 1 / 3)
    close(student.corpus_exact_match([["a", "b"], ["c"], []], [["a", "b"], ["c"], []]), 1.0)
    close(student.corpus_exact_match([[4, 5], [["6"]], [7]], [[4, 5], [[6]], "[7]"]), 1 / 3)
    close(student.corpus_exact_match([[1, 12], ["ab", "c"], [4]], [[11, 2], ["a", "bc"], [4]]), 1 / 3)
    close(student.corpus_exact_match([[5, 2, 0], [0, 5], [1]], [[5, 2], [5], [1]]), 1 / 3)
    close(student.corpus_exact_match([["a b"], [4, 5], ["c"]], [["a", "b"], ["4", "5"], ["c"]]), 1 / 3)
    if student.changed_its_input:
        fail("Your code changes the lists that it was given.", "lists as they were", "other sentences or another order")


@about("corpus_exact_match", needs="test_small_example_of_exact_match")
def test_lengths_that_differ(student):
    """Two lists of different length raise ValueError.

    `zip` alone stops at the shorter one and says nothing.
    """
    wrong = []
    for hypotheses, references, when in (
        (["a", "b"], ["a"], "for 2 hypotheses and 1 reference"),
        (["a"], ["a", "b"], "for 1 hypothesis and 2 references"),
    ):
        try:
            raising(ValueError, student.corpus_exact_match, hypotheses, references, when=when)
        except Failed as error:  # the other one is asked too: it tells mistakes apart
            wrong.append(error)
    if wrong:
        raise wrong[0]


# beam_search


class Table(nn.Module):
    """Stands for a Transformer: the next word depends on the source's first word and on the last word so far.

    `shares[kind, last, next]` are probabilities; the source's first id names the kind.
    """

    def __init__(self, shares: Tensor, pad_id: int = PAD):
        super().__init__()
        self.pad_id = pad_id
        self.scores = nn.Parameter(shares.log() + 0.5 * torch.arange(shares.shape[1]).unsqueeze(-1))

    def encode(self, src: Tensor) -> Tensor:
        return F.one_hot(src, self.scores.shape[0]).to(self.scores.dtype)  # (batch, time, kinds)

    def decode(self, tgt: Tensor, memory: Tensor, src: Tensor) -> Tensor:
        kind = memory[:, :1].argmax(dim=-1).expand_as(tgt)  # (batch, time)
        return self.scores[kind, tgt]

    def forward(self, src: Tensor, tgt: Tensor) -> Tensor:
        return self.decode(tgt, self.encode(src), src)


def _table(*kinds: dict[int, dict[int, float]], vocab_size: int = 8, **more) -> Table:
    """A Table from the probabilities that matter: {last: {next: share}}; what is left is shared by all other words."""
    shares = torch.full((len(kinds), vocab_size, vocab_size), 1.0 / vocab_size)
    uneven = 1 - 0.001 * torch.arange(vocab_size)  # no two shares are equal, so nothing rests on how ties are broken
    for kind, rows in enumerate(kinds):
        for last, row in rows.items():
            left = 1.0 - sum(row.values())
            shares[kind, last] = left / (vocab_size - len(row))
            for following, share in row.items():
                shares[kind, last, following] = share
    shares = shares * uneven
    return Table(shares / shares.sum(dim=-1, keepdim=True), **more)


def _src(*kinds: int) -> Tensor:
    return torch.tensor([[kind, kind] for kind in kinds])


def _words(got: object, bos_id: int = BOS, eos_id: int = EOS, pad_id: int = PAD) -> list[list[int]]:
    """Each row up to its eos; Failed unless it begins with bos and holds nothing but pad after eos."""
    got = tensor(got, "The tensor of tokens")
    if got.dim() != 2 or got.is_floating_point():
        fail("The tokens are not (batch, time) ids.", "a LongTensor of two sides", describe(got))
    rows = []
    for row in got.tolist():
        if not row or row[0] != bos_id:
            fail("The tokens do not begin with bos.", bos_id, row)
        end = row.index(eos_id, 1) + 1 if eos_id in row[1:] else len(row)
        if any(one != pad_id for one in row[end:]):
            fail("The tokens go on after eos.", f"nothing but pad ({pad_id}) after {eos_id}", row)
        rows.append(row[:end])
    return rows


def _found(student, got: object, batch: int, max_length: int, **ids: int) -> tuple[list[list[int]], Tensor]:
    """The hypotheses without their padding, in the record too, and their scores."""
    tokens, scores = unpack(got, 2, "tokens, scores")
    student.forget()
    student.note([_trimmed(tokens, ids.get("pad_id", PAD), ids.get("eos_id", EOS)), describe(scores)])
    rows, scores = _words(tokens, **ids), shape(scores, (batch,), "The tensor of scores")
    if tokens.shape[0] != batch or tokens.shape[1] > max_length:
        fail("The tokens have the wrong shape.", f"({batch}, at most {max_length}), bos counted", tuple(tokens.shape))
    student.forget()
    student.note([rows, scores])
    return rows, scores


def _trimmed(tokens: object, pad_id: int, eos_id: int) -> object:
    """The rows so that stopping early and full width are the same in the record: without the padding at their ends.

    Where all that follows eos is one other word again and again, it stands there once.
    """
    if not isinstance(tokens, Tensor) or tokens.dim() != 2 or tokens.is_floating_point():
        return describe(tokens)
    rows = []
    for row in tokens.tolist():
        row = row[: 1 + max((i for i, word in enumerate(row) if word != pad_id), default=-1)]
        end = row.index(eos_id, 1) + 1 if eos_id in row[1:] else len(row)
        rows.append(row[:end] + (row[end:] if len(set(row[end:])) > 1 else row[end : end + 1]))
    return rows


def _length_penalty(row: list[int], power: float) -> float:
    return ((5 + len(row) - 1) / 6) ** power


def _score(model, src: Tensor, row: list[int], power: float) -> float:
    """Of one hypothesis for one sentence, from one pass of the model over it."""
    with torch.no_grad():
        shares = model(src, torch.tensor([row[:-1]]))[0].double().log_softmax(dim=-1)
    return sum(shares[place, word].item() for place, word in enumerate(row[1:])) / _length_penalty(row, power)


def _best_of_all(model, src: Tensor, max_length: int, vocab_size: int, power: float) -> list[tuple[float, list[int]]]:
    """Every hypothesis that ends with eos or at max_length, by falling score: no beam can find a better one."""
    with torch.no_grad():
        waiting, found = [(0.0, [BOS])], []
        while waiting:
            total, row = waiting.pop()
            if len(row) == max_length or row[-1] == EOS:
                found.append((total / _length_penalty(row, power), row))
                continue
            shares = model(src, torch.tensor([row]))[0, -1].double().log_softmax(dim=-1).tolist()
            waiting += [(total + share, [*row, word]) for word, share in enumerate(shares)]
    return sorted(found, reverse=True)


def _same_words(
    got: list[list[int]], expected: list[list[int]], message: str = "", what: str = "The best hypothesis"
) -> None:
    for own, wanted in zip(got, expected, strict=True):
        equal(own, wanted, what, message)


@about("beam_search")
def test_small_example_of_beam_search(student):
    """Two hypotheses side by side find (bos, 5, eos), of probability 0.39 * 0.9; the greedy choice of 4 leads to less.

    Keep the best `beam_size` continuations of all hypotheses together, by the sum of their log-probabilities.
    """
    model = _table(
        {BOS: {4: 0.6, 5: 0.39}, 4: {6: 0.4, 7: 0.35, EOS: 0.2}, 5: {EOS: 0.9}, 6: {EOS: 0.5}, 7: {EOS: 0.5}}
    )
    rows, scores = _found(student, student.beam_search(model, _src(0), 2, 4), 1, 4)
    _same_words(rows, [[BOS, 5, EOS]])
    close(scores, torch.tensor([_score(model, _src(0), [BOS, 5, EOS], 0.6)]), "The score")
    model = _table({BOS: {4: 0.9}, 4: {5: 0.52, 6: 0.46}, 5: {7: 0.3, EOS: 0.25}, 6: {EOS: 0.95}})
    rows, _ = _found(student, student.beam_search(model, _src(0), 2, 6), 1, 6)
    _same_words(
        rows,
        [[BOS, 4, 6, EOS]],
        "Where both places of the beam belong to continuations of (bos, 4), another one is best.",
    )


def _greedy_scene(student, sentences: int, max_length: int, eos_id: int = EOS, bos_id: int = BOS, **more):
    """A tiny Transformer and sources on which greedy decoding is clear-cut: no near ties, no pad, some rows end early."""
    state, src, rows = _clear_scene(torch.initial_seed(), sentences, max_length, eos_id, bos_id, tuple(more.items()))
    model = student.course.Transformer(11, 13, **{**TINY, **more})
    model.load(state)
    return model.set_mode(False), src, rows


CLEAR = 1e-3
"""By how much one score must be ahead of the others, so that rounding decides nothing."""


@functools.lru_cache(maxsize=64)  # the known mistakes are tried on the same scenes
def _clear_scene(
    seed: int, sentences: int, max_length: int, eos_id: int, bos_id: int, more: tuple
) -> tuple[dict, Tensor, list]:
    course = reference()
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed + sentences)  # two scenes of one check are two models
        model = course["Transformer"](11, 13, **{**TINY, **dict(more)}).eval()
        decode = functools.partial(course["greedy_decode"], model, max_length=max_length, bos_id=bos_id)
        table = next(value for value in model.parameters() if len(value) == 13)  # the target's embeddings
        for _ in range(60):
            for name, value in model.named_parameters():
                value.copy_(_drawn(name, value))
            table[model.pad_id] = 0.0  # so that pad never has the highest score
            src, tokens = _varied_sources(model, sentences, functools.partial(decode, eos_id=99))
            if eos_id == EOS:  # let a word that comes in the middle of some rows be eos
                drawn = tokens.tolist()
                places = {word: {row.index(word) if word in row else max_length for row in drawn} for word in range(13)}
                middle = [word for word, found in places.items() if len(found) > 1 and word != BOS and max(found) > 3]
                if middle:
                    table[[middle[0], EOS]] = table[[EOS, middle[0]]]
                tokens = decode(src, eos_id=eos_id)
            rows = _words(tokens, bos_id=bos_id, eos_id=eos_id, pad_id=model.pad_id)
            leads = _leads(model, src, tokens)
            if any(leads[i, : len(row) - 1].min() < CLEAR or model.pad_id in row for i, row in enumerate(rows)):
                continue
            found = {name: value.clone() for name, value in model.named_parameters()}, src, rows
            varied = sum(len(set(row)) > 2 for row in rows) > sentences / 3
            if varied and (eos_id != EOS or _goes_on(decode(src, eos_id=99), rows)):
                break
    return found


def _varied_sources(
    model: nn.Module, sentences: int, decode: Callable[[Tensor], Tensor], choice: int = 30
) -> tuple[Tensor, Tensor]:
    """One source without padding, then some with, and what comes after them: each the one of its `choice` after which the
    most different words come, of those with clear words if there are any.
    """
    src = torch.randint(4, 11, (choice * sentences, 5))
    for place in range(1, sentences):
        if place % 4:
            src[place::sentences, 5 - place % 4 :] = model.pad_id
    tokens = decode(src)
    clear = (_leads(model, src, tokens) >= CLEAR).all(1) & (tokens != model.pad_id).all(1)
    worth = [(bool(one), len(set(row))) for one, row in zip(clear, tokens.tolist())]
    best = [max(range(place, len(src), sentences), key=worth.__getitem__) for place in range(sentences)]
    return src[best], tokens[best]


def _leads(model: nn.Module, src: Tensor, tokens: Tensor) -> Tensor:
    """(batch, time - 1): by how much the most likely word is ahead of the second, wherever one was chosen."""
    first, second = model(src, tokens[:, :-1]).topk(2).values.unbind(-1)
    return first - second


def _goes_on(endless: Tensor, rows: list[list[int]]) -> bool:
    """Whether a row ends before another one, and would go on with something else than eos if it were let."""
    longest = max(map(len, rows))
    return any(len(row) < longest and int(endless[i, len(row)]) != EOS for i, row in enumerate(rows))


@about("beam_search", weight=2)
def test_beam_as_wide_as_the_vocabulary(student):
    """For two words after bos, a beam as wide as the vocabulary, or wider, finds the best hypothesis there is.

    Compare all continuations of all hypotheses: flatten (hypotheses, vocab_size) before topk, then find parent and word.
    """
    for power, width in ((0.6, 7), (1.0, 9)):
        model, best = _with_special_words(power)
        rows, scores = _found(student, student.beam_search(model, _src(0, 1, 2), width, 3, length_penalty=power), 3, 3)
        close(scores, torch.tensor([one[0][0] for one in best]), "The best score", scale=5.0)
        if all(one[0][0] - one[1][0] > 1e-3 for one in best):
            _same_words(rows, [one[0][1] for one in best])
    many = dict.fromkeys((0, 3, 7, 8, 9, 10, 11), 0.138)
    first = {4: 0.48, 5: 0.48, 6: 0.0001, EOS: 0.0001}
    model = _table({BOS: first, 4: {6: 0.03, **many}, 5: {6: 0.01, **many}, 6: {EOS: 0.99}}, vocab_size=12)
    rows, _ = _found(student, student.beam_search(model, _src(0), 20, 4), 1, 4)
    _same_words(rows, [[BOS, 4, 6, EOS]], "With a beam of 20 for 12 words, the best hypothesis is another one.")


def _with_special_words(power: float) -> tuple[Table, list]:
    """A table for three sentences and the two best hypotheses of each, bos and pad among their words: words like others."""
    while True:
        shares = torch.softmax(2 * torch.randn(3, 7, 7), dim=-1)
        shares[:, BOS, EOS] *= 0.1 if power == 0.6 else 2.0
        model = Table(shares / shares.sum(dim=-1, keepdim=True))
        best = [_best_of_all(model, _src(kind), 3, 7, power)[:2] for kind in range(3)]
        if {BOS, PAD} <= {word for (_, row), _ in best for word in row[1:]}:
            return model, best


@about("beam_search", weight=2)
def test_each_sentence_has_its_own_beam(student):
    """Each sentence is searched on its own, whatever else is in the batch; a finished row is filled with pad.

    A likely sentence must not crowd out the hypotheses of another one.
    """
    sure = {BOS: {7: 0.97}, 7: {EOS: 0.98}}
    split = {BOS: {4: 0.5, 5: 0.4}, 4: {6: 0.3, 7: 0.28, 5: 0.22}, 5: {6: 0.9}, 6: {7: 0.8}, 7: {EOS: 0.85}}
    other = {BOS: {6: 0.55, 4: 0.4}, 6: {4: 0.35, 5: 0.33}, 4: {EOS: 0.95}, 5: {EOS: 0.5}}
    forking = {BOS: {4: 0.52, 5: 0.46}, 4: {6: 0.52, 7: 0.46}, 5: {6: 0.52, 7: 0.46}, 6: {EOS: 0.95}, 7: {EOS: 0.95}}
    model = _table(sure, split, other, forking, {BOS: {6: 0.16}, 6: {EOS: 0.9}})  # the last one is unlikely throughout
    expected = [[BOS, 7, EOS], [BOS, 5, 6, 7, EOS], [BOS, 4, EOS], [BOS, 4, 6, EOS], [BOS, 6, EOS]]
    for kinds in ((1, 0, 2), (2, 1, 0, 0), (3, 4, 3)):
        rows, scores = _found(student, student.beam_search(model, _src(*kinds), 2, 7), len(kinds), 7)
        _same_words(rows, [expected[kind] for kind in kinds], "In a batch, a sentence's result is not its own.")
        close(
            scores,
            torch.tensor([_score(model, _src(kind), expected[kind], 0.6) for kind in kinds]),
            "The tensor of scores",
        )


@about("beam_search", weight=2)
def test_length_penalty_decides(student):
    """Hypotheses of different length compete by log-probability / ((5 + length) / 6) ** length_penalty.

    Length counts what was generated: eos, but not bos. A power of 0 prefers the short, a large one the long.
    """
    model = _table({BOS: {4: 0.52, 5: 0.45}, 4: {EOS: 0.8}, 5: {6: 0.92}, 6: {7: 0.92}, 7: {EOS: 0.96}})
    short, long = [BOS, 4, EOS], [BOS, 5, 6, 7, EOS]
    for power, best in ((0.0, short), (3.0, long)):
        rows, scores = _found(student, student.beam_search(model, _src(0), 2, 8, length_penalty=power), 1, 8)
        _same_words(rows, [best], f"With length_penalty={power}, another hypothesis has the better score.")
        close(scores, torch.tensor([_score(model, _src(0), best, power)]), f"With length_penalty={power}, the score")


@about("beam_search")
def test_first_to_finish_is_not_always_best(student):
    """The search goes on when the first hypothesis ends: a longer one may still win.

    Set finished hypotheses aside and continue the others; choose at the end.
    """
    model = _table({BOS: {4: 0.5, 5: 0.45}, 4: {EOS: 0.6, 7: 0.2}, 5: {6: 0.95}, 6: {EOS: 0.97}, 7: {EOS: 0.5}})
    rows, _ = _found(student, student.beam_search(model, _src(0), 2, 8), 1, 8)
    _same_words(rows, [[BOS, 5, 6, EOS]], "A hypothesis that ends later has the better score.")


@about("beam_search")
def test_finished_hypotheses_are_kept(student):
    """A finished hypothesis stays in the race, and is not continued after eos.

    Keep it with its score until the end, also when the others go on to max_length.
    """
    empty = _table({BOS: {EOS: 0.7, 4: 0.25}, 4: {EOS: 0.5, 5: 0.3}, 5: {EOS: 0.9}})
    rows, _ = _found(student, student.beam_search(empty, _src(0), 2, 6), 1, 6)
    _same_words(rows, [[BOS, EOS]], "The empty sentence, eos at once, has the better score.")
    overtaken = _table({BOS: {4: 0.6, 5: 0.38}, 4: {7: 0.9}, 5: {EOS: 0.92}, 7: {6: 0.5, 5: 0.4}, 6: {7: 0.5}})
    rows, _ = _found(student, student.beam_search(overtaken, _src(0), 2, 7), 1, 7)
    _same_words(rows, [[BOS, 5, EOS]], "The finished hypothesis has the better score, once the other one's has fallen.")
    model = _table({BOS: {4: 0.6, 5: 0.38}, 4: {EOS: 0.9}, 5: {6: 0.9}, 6: {5: 0.5, 6: 0.4}, EOS: {EOS: 0.2, 6: 0.7}})
    rows, scores = _found(student, student.beam_search(model, _src(0), 2, 6), 1, 6)
    _same_words(rows, [[BOS, 4, EOS]], "The finished hypothesis has the better score.")
    close(scores, torch.tensor([_score(model, _src(0), [BOS, 4, EOS], 0.6)]), "The score")
    model = _table({BOS: {4: 0.9}, 4: {EOS: 0.7, 5: 0.2}, 5: {6: 0.3, 7: 0.3}, EOS: {EOS: 0.99}})
    rows, _ = _found(student, student.beam_search(model, _src(0), 2, 8, length_penalty=2.0), 1, 8)
    _same_words(rows, [[BOS, 4, EOS]], "With length_penalty=2.0 a finished hypothesis has the best score.")


@about("beam_search")
def test_cut_off_hypotheses_compete(student):
    """A hypothesis cut off at max_length competes with the finished ones, by the same score.

    At the end add those that are still open to the finished ones, then take the best.
    """
    model = _table({BOS: {4: 0.3, 5: 0.68}, 4: {EOS: 0.9}, 5: {6: 0.95}, 6: {7: 0.95}, 7: {5: 0.95}})
    rows, scores = _found(student, student.beam_search(model, _src(0), 2, 5), 1, 5)
    _same_words(rows, [[BOS, 5, 6, 7, 5]], "The hypothesis that reaches max_length has the better score.")
    close(scores, torch.tensor([_score(model, _src(0), [BOS, 5, 6, 7, 5], 0.6)]), "The score")


@about("beam_search")
def test_other_special_tokens(student):
    """`bos_id`, `eos_id` and the model's `pad_id` may be other numbers.

    Use the arguments, and `getattr(model, "pad_id", 0)` to fill up.
    """
    ending = {3: {4: 0.5, 2: 0.45}, 4: {6: 0.3, 2: 0.3}, 2: {7: 0.95}, 6: {7: 0.5}}
    going = {3: {1: 0.9}, 1: {4: 0.9}, 4: {6: 0.9}, 6: {7: 0.9}}
    model = _table(ending, going, pad_id=5)
    rows, _ = _found(
        student, student.beam_search(model, _src(0, 1), 2, 6, bos_id=3, eos_id=7), 2, 6, bos_id=3, eos_id=7, pad_id=5
    )
    _same_words(
        rows, [[3, 2, 7], [3, 1, 4, 6, 7]], "With bos_id=3, eos_id=7 and model.pad_id=5, another result is best."
    )


@about("beam_search")
def test_beam_of_one_is_greedy(student):
    """With beam_size 1 it is greedy decoding.

    One hypothesis, its best next word, until eos or max_length, which counts bos.
    """
    model, src, expected = _greedy_scene(student, 4, 8)
    rows, scores = _found(student, student.beam_search(model, src, 1, 8), 4, 8)
    _same_words(rows, expected, "With beam_size 1, a row differs from greedy_decode.")
    wanted = torch.tensor([_score(model, src[i : i + 1], row, 0.6) for i, row in enumerate(expected)])
    close(scores, wanted, "The score", scale=10.0)


@about("beam_search", weight=2)
def test_score_belongs_to_the_tokens(student):
    """Each score is that of the tokens beside it, for a batch of sentences with padding.

    When hypotheses change places, their tokens and sums must go along; memory and source must stay their sentence's own.
    """
    model = _small_transformer(student)
    src, _ = _pairs(4)
    for beam_size, power in ((3, 0.6), (2, 1.5)):
        rows, scores = _found(student, student.beam_search(model, src, beam_size, 7, length_penalty=power), 4, 7)
        wanted = torch.tensor([_score(model, src[i : i + 1], row, power) for i, row in enumerate(rows)])
        close(scores, wanted, "The score", "A score is not that of its tokens.", scale=10.0)
    student.forget_all()  # which hypotheses a beam of this width finds is free: finished ones may stay in it or leave it


def _kept_gradients(student, model) -> bool:
    """Whether the first attention of the encoder or the last of the decoder last ran with gradients; False where it was not called."""
    names = [name.removesuffix(".w_q.weight") for name in model.parameters() if name.endswith(".w_q.weight")]
    kept = []
    for path in (names[0], names[-1]):
        part = model
        for name in path.split("."):
            part = part[int(name)] if name.isdigit() else getattr(part, name)
        weights = part.weights
        student.forget(len(path.split(".")) + 1)
        kept.append(isinstance(weights, Tensor) and weights.requires_grad)
    student.note(kept)
    return any(kept)


def in_mode(model: Handle, training: bool, when: str) -> None:
    """The model and its parts are in this mode."""
    for name, part in (("model", model), ("model.encoder", model.encoder), ("model.decoder", model.decoder)):
        equal(part.training, training, f"{name}.training {when}")


@about("beam_search")
def test_beam_search_leaves_the_model_alone(student):
    """It searches without dropout and without gradients, and leaves the model in the mode it was in.

    Remember model.training, call model.eval(), search under torch.no_grad(), and set the mode back.
    """
    model, (src, _) = _small_transformer(student, dropout=0.5), _pairs(2)
    _, scores = _found(student, student.beam_search(model, src, 2, 6), 2, 6)
    student.forget()  # free, as above
    in_mode(model, False, "after a search in evaluation mode")
    model.set_mode(True)
    _, second = _found(student, student.beam_search(model, src, 2, 6), 2, 6)
    in_mode(model, True, "after a search in training mode")
    student.forget(2)  # with dropout on, what came is chance
    student.note([torch.allclose(second, scores, rtol=1e-3), scores.requires_grad])
    close(second, scores.detach(), "In training mode, the score", "Dropout is on during the search.", scale=10.0)
    if scores.requires_grad or second.requires_grad:
        fail("The scores carry a gradient.", "scores without a history", "requires_grad=True")
    kept = _kept_gradients(student, model)
    student.note(torch.is_grad_enabled())
    gradients_on_again()
    if kept:
        fail("The model was run with gradients.", "inside torch.no_grad()", "a graph for the backward pass was kept")
    if student.changed_its_input:
        fail("Your code changes the source in place.", "src as it was", "other ids after the call")


# CachedDecoder


def _decoded(student, model, src: Tensor, max_length: int, **ids: int) -> list[list[int]]:
    tokens = tensor(student.CachedDecoder(model)(src, max_length, **ids), "What the decoder returns")
    student.forget()
    pad_id = model.pad_id
    student.note(_trimmed(tokens, pad_id, ids.get("eos_id", EOS)))
    if tokens.dim() == 2 and (tokens.shape[0] != len(src) or tokens.shape[1] > max_length):
        fail(
            "The tokens have the wrong shape.", f"({len(src)}, at most {max_length}), bos counted", tuple(tokens.shape)
        )
    return _words(tokens, pad_id=pad_id, **ids)


@about("CachedDecoder")
def test_one_sentence(student):
    """One sentence gets the very tokens of greedy_decode.

    Only the newest position goes through the layers, but it attends to the keys and values of all positions so far.
    """
    model, src, expected = _greedy_scene(student, 1, 6, eos_id=99)
    _same_words(_decoded(student, model, src, 6, eos_id=99), expected, "The tokens differ from greedy_decode.")
    state = model.state()
    table = next(value for value in state.values() if len(value) == 13)
    word, eos_id = expected[0][1], EOS if expected[0][1] != EOS else EOS + 1
    best = table[word].clone()
    for special in (model.pad_id, eos_id):
        for share, wanted in ((1.01, special), (0.99, word)):
            table[[model.pad_id, eos_id]] = 0.0
            table[special] = share * best
            model.load(state)
            got = _decoded(student, model, src, 2, eos_id=eos_id)
            message = "Where pad or eos is the most likely word, or almost, the tokens differ from greedy_decode."
            _same_words(got, [[BOS, wanted]], message)


@about("CachedDecoder", weight=2)
def test_long_results(student):
    """The result stays that of greedy_decode, token after token, with more layers and heads too.

    Every layer needs a cache of its own, and the newest token its own position, not always the first.
    """
    for n_layers, n_heads in ((2, 4), (3, 2)):
        model, src, expected = _greedy_scene(student, 6, 12, eos_id=99, n_layers=n_layers, n_heads=n_heads)
        _same_words(_decoded(student, model, src, 12, eos_id=99), expected, "The tokens differ from greedy_decode.")


@about("CachedDecoder", weight=2)
def test_batch_with_padding(student):
    """A batch of sentences of different length: padding is masked, finished rows are filled with pad.

    The memory mask is needed at every step; stop when all rows have ended, or at max_length.
    """
    for more, dtype in (({}, torch.float32), ({"pad_id": 3}, torch.float64)):
        model, src, expected = _greedy_scene(student, 4, 9, **more)
        model.to(dtype)
        _same_words(_decoded(student, model, src, 9), expected, "A row differs from greedy_decode.")


@about("CachedDecoder")
def test_called_again(student):
    """The same decoder can be called again, with other sentences: nothing of the last call is left.

    Begin each call with empty caches.
    """
    model, src, expected = _greedy_scene(student, 3, 7, eos_id=99)
    decoder = student.CachedDecoder(model)
    for batch, rows in ((src, expected), (src[:2], expected[:2]), (src[:2].flip(0), expected[1::-1])):
        tokens = tensor(decoder(batch, 7, eos_id=99))
        _same_words(_words(tokens, eos_id=99), rows, "A later call differs from greedy_decode.")
    trained, other, expected = _greedy_scene(student, 2, 7, eos_id=99)
    model.load(trained.state())
    words = _words(tensor(decoder(other, 7, eos_id=99)), eos_id=99)
    _same_words(words, expected, "After more training of the model, a call differs from greedy_decode.")


@about("CachedDecoder")
def test_other_special_tokens_of_the_cache(student):
    """`bos_id` and `eos_id` may be other numbers.

    Begin with bos_id; a row ends with eos_id.
    """
    model, src, rows = _greedy_scene(student, 3, 8, eos_id=99, bos_id=5)
    words = [word for row in [*rows, range(5, 13)] for word in row[1:] if word not in (5, EOS)]
    cut = {word: [row[: row.index(word) + 1] if word in row else row for row in rows] for word in words}
    ending = next((word for word in words if len(set(map(len, cut[word]))) > 1), words[0])
    expected = cut[ending]
    got = _decoded(student, model, src, 8, bos_id=5, eos_id=ending)
    _same_words(got, expected, f"With bos_id=5 and eos_id={ending}, a row differs from greedy_decode.")


@about("CachedDecoder")
def test_cached_decoder_leaves_the_model_alone(student):
    """It decodes without dropout and gradients; the model, its mode included, is as it was before.

    Whatever you change in the model while decoding, put it back, and the mode too.
    """
    model, src, expected = _greedy_scene(student, 2, 6, eos_id=99)
    loud = student.course.Transformer(11, 13, **{**TINY, "dropout": 0.5})
    loud.load(model.state())
    target = torch.randint(4, 13, (2, 4))
    with torch.no_grad():
        loud(src, target)
    for training in (False, True):
        loud.set_mode(training)
        rows = _decoded(student, loud, src, 6, eos_id=99)
        student.forget()  # with dropout on, what came is chance
        student.note(rows == expected)
        in_mode(loud, training, f"after decoding in {'training' if training else 'evaluation'} mode")
        _same_words(rows, expected, "The tokens differ from greedy_decode (is dropout on?).")
    decoder = student.CachedDecoder(loud)
    loud.set_mode(False)
    decoder(src, 6, eos_id=99)
    in_mode(loud, False, "after decoding in evaluation mode, though it was in training when the CachedDecoder was made")
    if _kept_gradients(student, loud):
        fail("The model was run with gradients.", "inside torch.no_grad()", "a graph for the backward pass was kept")
    close(
        loud.set_mode(False)(src, target),
        model(src, target).detach(),
        message="After decoding, the model itself gives other scores.",
    )
    if student.changed_its_input:
        fail("Your code changes the source in place.", "src as it was", "other ids after the call")


WIDER = 16
"""So that projecting a position costs clearly more than attending to it."""


def _usual_operations(sentences: int, max_length: int) -> int:
    """What greedy_decode takes for sources of 5 words: a cubic of the length, from its values and differences at 1."""
    differences, total = _of_short_results(sentences), 0
    for order in range(4):
        total += math.comb(max_length - 1, order) * differences[0]
        differences = [after - before for before, after in itertools.pairwise(differences)]
    return total


@functools.lru_cache
def _of_short_results(sentences: int) -> list[int]:
    """The same for one to four tokens, counted; it depends on the sizes alone."""
    course = Student("course", reference())
    model = course.Transformer(11, 13, **{**TINY, "d_model": WIDER})
    src = torch.full((sentences, 5), 4)
    return [course.count_operations(course.greedy_decode, model, src, length, eos_id=99)[0] for length in range(1, 5)]


@about("CachedDecoder", weight=3)
def test_less_work(student):
    """It does less work than greedy_decode, counted in floating-point operations, and the more so the longer the result.

    Project only the newest position, and keep what was projected before; encode once.
    """
    model, src, expected = _greedy_scene(student, 2, 16, eos_id=99, d_model=WIDER)
    decoder = student.CachedDecoder(model)
    counted = []
    for max_length, share in ((8, 0.7), (16, 0.45)):
        usual = _usual_operations(2, max_length)
        own, tokens = student.count_operations(decoder, src, max_length, eos_id=99)
        rows = _words(tokens, eos_id=99)
        _same_words(rows, [row[:max_length] for row in expected], "The tokens differ from greedy_decode.")
        if own > share * usual:
            wanted = f"at most {share:.0%} of greedy_decode's {usual:,} operations"
            fail(f"For {max_length} tokens it does not save enough work.", wanted, f"{own:,} ({own / usual:.0%})")
        counted.append(own)
    first, later = counted[0] / 7, (counted[1] - counted[0]) / 8  # the first tokens pay for the encoder, too
    if later > 1.3 * first:
        wanted = f"hardly more than the first ones ({first:,.0f} operations each)"
        fail("Later tokens cost more and more: earlier positions are projected again.", wanted, f"{later:,.0f} each")
