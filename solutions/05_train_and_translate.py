# %% [markdown]
# # 05 · Train and translate
#
# So far every piece was judged by itself. In this lesson your own Transformer, with random numbers in all its matrices, learns
# to translate: *ninety four* becomes *vier und neunzig*. It needs about twenty seconds of a laptop's CPU.
#
# Along the way you write what surrounds a model: its targets, its loss, its learning rate, its batches, the training step,
# and two more ways to get words out of it, a beam and a cache. And you see why a fine loss curve proves very little. It takes
# about three hours.

# %%
import itertools
import math
import random
import re
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import torch
from num2words import num2words
from torch import nn
from torch.nn import functional as F

from utils import bring, check, hint, progress, solution
from utils.showing.style import use_course_style
from utils.showing.training import LossCurve

torch.set_num_threads(1)  # small tensors are faster on one thread
torch.manual_seed(0)
use_course_style()

# %% [markdown]
# The pieces of the lessons before: your own where they passed, the course's where not.

# %%
Vocabulary, pad_batch, Transformer, greedy_decode = bring("Vocabulary", "pad_batch", "Transformer", "greedy_decode")

# %% [markdown]
# ## A real translation task
#
# English says *ninety four*, tens before units; German says *vierundneunzig*, four-and-ninety, in one word. So the words change
# places, some English words have no German twin, and the order matters: enough for a translator to learn, little enough for a
# laptop. German compounds are split into their parts (*vier und neunzig*), which keeps the vocabulary small.

# %%
PARTS = re.compile(
    "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|sechzehn|siebzehn|hundert|tausend|millionen|million"
    "|null|eins|eine|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|und"
)


def english(number):
    """94 -> ninety four"""
    return num2words(number).replace("-", " ").replace(",", "")


def german(number):
    """94 -> vier und neunzig"""
    return " ".join(PARTS.findall(num2words(number, lang="de").lower()))


for number in (94, 1017, 350_021):
    print(f"{english(number)}  ->  {german(number)}")

# %% [markdown]
# 13,100 numbers, 12,700 of one to six digits and 400 round millions, fall into three parts. The model learns from the
# first. The second, *development*, is for every decision: how many steps, which learning rate. The third, *test*, is looked
# at once, at the end: settings chosen on the same numbers that are reported make the report too good. No number is in two
# parts, and 94 is in the test, so the model will never have seen it.

# %%
chance = random.Random(0)
numbers = [1_000_000 * millions for millions in chance.sample(range(1, 1000), 400)]
for digits in range(1, 7):
    pool = range(10 ** (digits - 1) if digits > 1 else 0, 10**digits)
    numbers += chance.sample(pool, min(len(pool), 3900))
mixed = chance.sample(numbers, len(numbers))
numbers = [number for number in mixed if number != 94] + [94]
pairs = [(english(number), german(number)) for number in numbers]
training, development, test = pairs[:-1000], pairs[-1000:-500], pairs[-500:]

source_words = Vocabulary([one for one, _ in training])
target_words = Vocabulary([other for _, other in training])
print(
    len(training),
    len(development),
    len(test),
    "pairs;",
    len(source_words),
    "English and",
    len(target_words),
    "German words",
)

# %% [markdown]
# A batch is two padded tables of ids. The target stands between `<bos>` (1) and `<eos>` (2); `<pad>` is 0.


# %%
def tables(some):
    """Pairs of sentences as ids: src (batch, time) and tgt (batch, time), padded; tgt has bos and eos."""
    src = pad_batch([source_words.encode(one) for one, _ in some])
    tgt = pad_batch([[1, *target_words.encode(other), 2] for _, other in some])
    return src, tgt


print(*tables([(english(94), german(94)), (english(7), german(7))]), sep="\n")

# %% [markdown]
# ## Exercise 5.1 · shift_right · 1 point · 5 min · ●○○
#
# **What.** Make the decoder's input from the targets: `bos` in front, the last token dropped.
#
# **Why.** The decoder predicts each word from the words before it. In training we know them all, so we hand it the right
# ones, also where it would have been wrong itself. This is *teacher forcing*, and it lets all positions learn at once. The shift
# is the paper's "outputs (shifted right)" (figure 1): together with the causal mask it lets each place see only what came before.
#
# **Shapes.** `(batch, time) -> (batch, time)`.
#
# **By hand.**
#
# | place | 0 | 1 | 2 | 3 |
# |---|---|---|---|---|
# | target: what to say | vier | und | neunzig | eos |
# | input: what is known | bos | vier | und | neunzig |


# %% exercise="shift_right"
def shift_right(targets, bos_id=1):
    """The decoder's input for these targets: bos first, the last token dropped; (batch, time) -> (batch, time)."""
    # BEGIN SOLUTION
    start = torch.full_like(targets[:, :1], bos_id)  # (batch, 1)
    return torch.cat([start, targets[:, :-1]], dim=1)
    # END SOLUTION


# %% check="shift_right" points=1
check("shift_right")

# %% [markdown] hints="shift_right"
# The result has as many columns as the targets: one comes in at the left, one falls out at the right.
#
# Make a column of `bos_id` in the dtype of the targets, and join it with all columns but the last, along time.
#
# `torch.full_like(targets[:, :1], bos_id)` is the column; `torch.cat([column, targets[:, :-1]], dim=1)` joins.

# %% [markdown]
# **Think first.** Without the shift, what would the loss do, and what would the translations look like?
#
# <details>
# <summary>The answer</summary>
#
# The loss would fall at once, as far as it can: each answer stands in the input. And the model could not say a single word,
# because when it translates nobody hands it the answer.
#
# </details>

# %% [markdown]
# ## Exercise 5.2 · label_smoothed_loss · 3 points · 15 min · ●●○
#
# **What.** Cross-entropy is minus the logarithm of the probability that the model gives to the right word. *Label smoothing*
# (section 5.4) does not ask for certainty: of the weight 1 it shares out a part, `smoothing`, evenly among all words.
#
# $$\text{loss} = -\sum_w q_w \log p_w, \qquad q_w = \frac{\text{smoothing}}{\text{vocab\_size}} + (1 - \text{smoothing})\,[w \text{ is the target}]$$
#
# **Why.** To be certain a model needs ever larger scores, and it will be certain of its mistakes too. The paper smooths by 0.1.
#
# **Shapes.** logits `(..., vocab_size)`, targets `(...)`; the result is one number, the mean over all tokens that are not
# `pad_id`. You may use any torch function.
#
# **By hand.** Three words with probabilities $(½, ¼, ¼)$, target 1, smoothing 0.3. Each word gets weight 0.1, the target 0.7
# more, so $q = (0.1, 0.8, 0.1)$. The loss is $0.1 \ln 2 + 0.8 \ln 4 + 0.1 \ln 4 = 0.069 + 1.109 + 0.139 = 1.317$.


# %% exercise="label_smoothed_loss"
def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    """Mean cross-entropy with smoothed labels over the tokens that are not pad: (..., vocab_size), (...) -> ()."""
    # BEGIN SOLUTION
    log_shares = F.log_softmax(logits, dim=-1)  # (..., vocab_size)
    of_target = -log_shares.gather(-1, targets.unsqueeze(-1)).squeeze(-1)  # (...)
    of_all = -log_shares.mean(dim=-1)  # each word with 1 / vocab_size
    losses = (1 - smoothing) * of_target + smoothing * of_all
    return losses[targets != pad_id].mean()
    # END SOLUTION


# %% check="label_smoothed_loss" points=3
check("label_smoothed_loss")

# %% [markdown] hints="label_smoothed_loss"
# `F.log_softmax(logits, dim=-1)` gives all $\log p_w$. You need the target's one, and the mean over all words.
#
# The loss of one token is $-(1 - s) \log p_\text{target} - s \cdot \text{mean}_w \log p_w$. Average over the tokens whose target is
# not `pad_id`: divide by their number, not by the number of places.
#
# `log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1)` picks the target's; `losses[targets != pad_id].mean()` averages.
# (`F.cross_entropy` knows `ignore_index` and `label_smoothing`, and wants the logits flattened to two sides.)

# %% [markdown]
# Two landmarks tell you whether a loss is plausible. An untrained model knows nothing, so it starts at about
# $\ln(\text{vocab\_size})$ or somewhat above. And smoothed labels have a floor that no model can beat: the loss of saying exactly $q$.

# %%
share = 0.1 / len(target_words)  # what each wrong word gets
right = 0.9 + share
floor = -right * math.log(right) - (len(target_words) - 1) * share * math.log(share)
print(f"start: about {math.log(len(target_words)):.2f}    floor: {floor:.3f}")

# %% [markdown]
# ## Exercise 5.3 · noam_learning_rate · 1 point · 10 min · ●○○
#
# **What.** The paper's learning rate (section 5.3), named after one of its authors, Noam Shazeer:
#
# $$\text{rate} = d_\text{model}^{-0.5} \cdot \min(\text{step}^{-0.5},\ \text{step} \cdot \text{warmup}^{-1.5})$$
#
# **Why.** At first the gradients point anywhere, so the steps begin small and grow for `warmup` steps. Then they shrink
# with the square root of the step, to settle. Step 0 counts as 1.
#
# **By hand.** $d_\text{model} = 4$, warmup 4, step 2: $4^{-0.5} = ½$; $2^{-0.5} = 0.707$ and $2 · 4^{-1.5} = ¼$; the smaller is $¼$, so
# the rate is $⅛$. Step 16: $16^{-0.5} = ¼$ and $16 · ⅛ = 2$; again $⅛$.


# %% exercise="noam_learning_rate"
def noam_learning_rate(step, d_model=512, warmup=4000):
    """The paper's learning rate at a step: it rises for `warmup` steps, then falls; step 0 counts as 1."""
    # BEGIN SOLUTION
    step = max(step, 1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
    # END SOLUTION


# %% check="noam_learning_rate" points=1
check("noam_learning_rate")

# %% [markdown] hints="noam_learning_rate"
# Everything is in the formula; only step 0 needs care, because $0^{-0.5}$ does not exist.
#
# Take the larger of step and 1, then the smaller of the two terms, then multiply by $d_\text{model}^{-0.5}$.
#
# `step = max(step, 1)`, then `d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)`.

# %%
figure, axes = plt.subplots(figsize=(6, 2.6))
steps = range(0, 20_001, 50)
for d_model, warmup in ((512, 4000), (512, 8000), (1024, 4000)):
    axes.plot(
        steps,
        [noam_learning_rate(step, d_model, warmup) for step in steps],
        label=f"d_model {d_model}, warmup {warmup}",
    )
axes.set(xlabel="step", ylabel="learning rate", title="Up for `warmup` steps, then down")
axes.legend()
plt.show()

# %% [markdown]
# Three learning rates against the step: each rises in a straight line to its top at `warmup`, then falls ever more slowly. A longer
# warm-up lowers the top; so does a wider model.

# %% [markdown]
# ## Exercise 5.4 · batches_by_tokens · 3 points · 15 min · ●●○
#
# **What.** Divide sentences into batches. Each batch is padded to its longest sentence, so its *padded size* is the number
# of sentences times the longest. It must be at most `max_tokens`. Sentences of similar length go together.
#
# **Why.** Padding is computed like everything else and then thrown away. The paper, too, batched by approximate length (section
# 5.1), about 25,000 source tokens at a time.
#
# **Shapes.** A list of lengths and a number give a list of lists of indices. Every index is in exactly one batch, also the
# last ones. A sentence longer than `max_tokens` makes a batch of its own. No two neighbouring batches would fit together.
#
# **By hand.** Lengths `[2, 5, 2, 5]` and 10 tokens: the two short ones (indices 0 and 2) take 4 places. With a long one they would take
# $3 · 5 = 15$: too many. The two long ones (1 and 3) take exactly 10. So `[[0, 2], [1, 3]]`.


# %% exercise="batches_by_tokens"
def batches_by_tokens(lengths, max_tokens):
    """Lists of indices into `lengths`, similar lengths together, each list's padded size at most max_tokens."""
    # BEGIN SOLUTION
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        # In this order the sentence that comes is the longest so far, so the padded size is count times its length.
        if batch and (len(batch) + 1) * lengths[index] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(index)
    return [*batches, batch] if batch else batches
    # END SOLUTION


# %% check="batches_by_tokens" points=3
check("batches_by_tokens")

# %% [markdown] hints="batches_by_tokens"
# Sort the *indices* by length. Then walk through them with one open batch.
#
# In rising order the sentence that comes is the longest so far, so the padded size with it would be `(len(batch) + 1) * its length`. If
# that is too large, close the batch and open a new one. An empty batch takes any sentence. At the end one batch is still open.
#
# `for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):`, then
# `if batch and (len(batch) + 1) * lengths[i] > max_tokens:` close; then `batch.append(i)`. After the loop add the last batch.

# %%
lengths = [len(german.split()) + 2 for _, german in training]
in_order = [range(start, min(start + 64, len(lengths))) for start in range(0, len(lengths), 64)]
for name, batches in (("64 sentences at a time", in_order), ("by tokens", batches_by_tokens(lengths, 700))):
    places = sum(len(batch) * max(lengths[i] for i in batch) for batch in batches)
    print(f"{name:24}{len(batches)} batches, {1 - sum(lengths) / places:.0%} of the places are padding")

# %% [markdown]
# ## Exercise 5.5 · train_step · 3 points · 15 min · ●●○
#
# **What.** One step of learning: from a batch to slightly better parameters. It returns the loss as a float.
#
# **Why.** All of training is this step, again and again. The order matters, because torch *adds* each new gradient to
# what is there: clear the gradients, compute them (`backward`), use them (`step`).
#
# **Shapes.** src `(batch, time)`; tgt `(batch, time)` with bos and eos; `model(src, decoder_input) -> logits`. Use your
# `label_smoothed_loss`. Leave the model's mode alone and do not clip gradients: that is up to whoever calls you.
#
# **By hand.** tgt is `bos vier und neunzig eos`, five tokens. The decoder is asked for the last four (`vier und neunzig eos`), and
# its input is these four shifted right (`bos vier und neunzig`), which is tgt without its last token.


# %% exercise="train_step"
def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    """One teacher-forced step on src (batch, time) and tgt (batch, time) with bos and eos; the loss as a float."""
    # BEGIN SOLUTION
    targets = tgt[:, 1:]
    logits = model(src, shift_right(targets, bos_id=tgt[0, 0].item()))  # (batch, time - 1, vocab_size)
    loss = label_smoothed_loss(logits, targets, pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
    # END SOLUTION


# %% check="train_step" points=3
check("train_step")

# %% [markdown] hints="train_step"
# Three things happen before `backward`: cut input and targets out of tgt, run the model, compute the loss.
#
# The targets are tgt without its first token, the input is tgt without its last. Clear the gradients before the backward
# pass, step after it, and return the loss as a plain number.
#
# `loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)`, `optimizer.zero_grad()`,
# `loss.backward()`, `optimizer.step()`, `return loss.item()`.

# %% [markdown]
# <details>
# <summary>Help: I get "Trying to backward through the graph a second time"</summary>
#
# Something from the step before is still in this step's computation: often a loss that was added up as a tensor
# (`total += loss`). Add `loss.item()` instead. Each call needs its own forward pass.
#
# </details>

# %% [markdown]
# ## The training loop
#
# What is left is bookkeeping, and here is all of it: an endless stream of batches, a learning rate that warms up for 100 steps and then
# falls to 0 (the paper's rate is made for 100,000 steps; ours are 600), and a stop when the loss is no longer a
# number. Two precautions keep the first steps calm: matrices begin with the spread of Glorot and Bengio (2010), so that numbers neither
# grow nor shrink on their way through, and a gradient longer than 1 is shortened to 1 before the step (*clipping*). There is no dropout: in 600
# steps the model sees each pair about four times, too seldom to learn it by heart. One seed decides everything, so the same seed gives the
# same curve.


# %%
def stream(some, seed):
    """Batches of pairs without end: each round shuffles, and makes batches by tokens."""
    chance = random.Random(seed)
    while True:
        mixed = chance.sample(some, len(some))
        batches = batches_by_tokens([len(german.split()) for _, german in mixed], 600)
        for batch in chance.sample(batches, len(batches)):
            yield tables([mixed[index] for index in batch])


def rate(step, steps, peak=2e-3, warmup=100):
    """Up for `warmup` steps, then straight down to 0."""
    return peak * min((step + 1) / warmup, (steps - step) / (steps - warmup))


def fresh(seed):
    """A new Transformer and its optimizer."""
    torch.manual_seed(seed)
    model = Transformer(
        len(source_words), len(target_words), d_model=64, n_heads=4, n_layers=2, d_ff=256, dropout=0.0, max_length=64
    )
    for matrix in model.parameters():
        if matrix.dim() > 1:
            nn.init.xavier_uniform_(matrix)
    return model, optimizer_for(model)


def optimizer_for(model):
    """AdamW, which before each step shortens a gradient that is longer than 1."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)

    def clip(*_):
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)

    optimizer.register_step_pre_hook(clip)
    return optimizer


def train(model, optimizer, steps, seed=0, first=0, last=None, seen=lambda loss: None, peak=2e-3):
    """Train from step `first` to `last` of a run of `steps`; `seen` is told each loss. Returns the losses."""
    model.train()
    losses = []
    for step, (src, tgt) in itertools.islice(enumerate(stream(training, seed)), first, last or steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, steps, peak)
        losses.append(train_step(model, src, tgt, optimizer))
        if not math.isfinite(losses[-1]):
            raise RuntimeError(
                f"The loss is {losses[-1]} at step {step}, so training stopped. The learning rate was {group['lr']:.2g}: try a "
                "smaller one, and look for a division by zero or the logarithm of 0."
            )
        seen(losses[-1])
    return losses


# %% [markdown]
# **Training survives.** Long runs get interrupted. A checkpoint holds the parameters, the optimizer's memory (AdamW keeps two
# averages for each parameter) and the step. `safetensors` stores plain tensors and nothing that can be executed, so a
# checkpoint from a stranger is safe to open.

# %%
from safetensors import safe_open
from safetensors.torch import save_file


def save(path, model, optimizer, step):
    """Write a checkpoint: under another name first, so that an interrupted write harms nothing."""
    tensors = {f"model.{name}": value.clone() for name, value in model.state_dict().items()}
    for index, memory in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{index}.{name}": value.clone() for name, value in memory.items()}
    save_file(tensors, path.with_suffix(".part"), metadata={"step": str(step)})
    path.with_suffix(".part").replace(path)


def resume(path, model, optimizer):
    """Read a checkpoint into a fresh model and optimizer; the step to go on with."""
    parameters, memory = {}, {}
    with safe_open(path, "pt") as file:
        names = file.keys()
        for key in names:
            kind, name = key.split(".", 1)
            if kind == "model":
                parameters[name] = file.get_tensor(key)
            else:
                index, name = name.split(".")
                memory.setdefault(int(index), {})[name] = file.get_tensor(key)
        step = int(file.metadata()["step"])
    model.load_state_dict(parameters)
    optimizer.load_state_dict({**optimizer.state_dict(), "state": memory})
    return step


# %% [markdown]
# Three runs of 20 steps: one straight through, one again with the same seed, and one that is interrupted at step 10 and goes on in a new
# model. **Predict, then run:** which of the three end with the same loss?

# %%
straight = train(*fresh(7), steps=600, seed=7, last=20)
again = train(*fresh(7), steps=600, seed=7, last=20)

with tempfile.TemporaryDirectory() as folder:
    checkpoint = Path(folder) / "ten.safetensors"
    model, optimizer = fresh(7)
    begun = train(model, optimizer, steps=600, seed=7, last=10)
    save(checkpoint, model, optimizer, step=10)
    model, optimizer = fresh(1234)  # other random numbers, all overwritten
    begun += train(model, optimizer, steps=600, seed=7, first=resume(checkpoint, model, optimizer), last=20)

print("same seed, same curve:     ", straight == again)
print("interrupted, same curve:   ", straight == begun)

# %% [markdown]
# And a learning rate that is far too high ends with a sentence instead of hours of NaN:

# %%
try:
    train(*fresh(0), steps=600, last=10, peak=1e30)
except RuntimeError as error:
    print(error)

# %% [markdown]
# ## Train
#
# Now the real run: 600 steps. The curve grows while you watch. Before you run it: at which number will it begin, and where must it
# end?

# %%
model, optimizer = fresh(0)
curve = LossCurve(600, floor)
train(model, optimizer, steps=600, last=200, seen=curve)
young, _ = fresh(0)
young.load_state_dict(model.state_dict())  # kept to compare: a third of the way
rest = train(model, optimizer, steps=600, first=200, seen=curve)


# %% [markdown]
# The loss over 600 steps: a steep fall in the first hundred, then it creeps down to the dashed floor of the smoothed labels. A loss that stays
# at 0.66 looks bad and is perfect here.


# %%
def translate(model, sentences, decode=greedy_decode):
    """English sentences -> German sentences."""
    src = pad_batch([source_words.encode(one) for one in sentences])
    return [target_words.decode(row[: row.index(2)] if 2 in row else row) for row in decode(model, src, 40).tolist()]


for number in (94, 350_021, 17_017):
    print(f"{english(number)}  ->  {translate(model, [english(number)])[0]}")

# %% [markdown]
# ## Exercise 5.6 · corpus_exact_match · 1 point · 5 min · ●○○
#
# **What.** The share of sentences that are right as a whole. `==` decides, for strings and for lists.
#
# **Why.** A number with one wrong word is a wrong number.
#
# **By hand.** Of four translations the first two are right: $2 / 4 = 0.5$. Two lists of different length cannot be
# compared pair by pair: raise ValueError, because `zip` would quietly stop at the shorter one.


# %% exercise="corpus_exact_match"
def corpus_exact_match(hypotheses, references):
    """The share of hypotheses that equal their reference, from 0 to 1; ValueError for lists of different length."""
    # BEGIN SOLUTION
    if len(hypotheses) != len(references):
        raise ValueError(f"{len(hypotheses)} hypotheses, but {len(references)} references")
    return sum(one == other for one, other in zip(hypotheses, references)) / len(references)
    # END SOLUTION


# %% check="corpus_exact_match" points=1
check("corpus_exact_match")

# %% [markdown] hints="corpus_exact_match"
# Walk through both lists side by side with `zip`, after you have compared their lengths.
#
# Count the pairs with `one == other` (True counts as 1 in a sum) and divide by how many pairs there are.
#
# `sum(one == other for one, other in zip(hypotheses, references)) / len(references)`.


# %% [markdown]
# ### The test, looked at once
#
# Beside exact match stands BLEU, the measure of the paper (section 6.1), from the package `sacrebleu` (Papineni and others,
# 2002). BLEU counts how many runs of one to four words the translation shares with the reference, over the whole corpus,
# from 0 to 100.

# %%
import sacrebleu


def measure(model, some, decode=greedy_decode):
    """Exact match and BLEU on pairs of sentences."""
    said, wanted = translate(model, [one for one, _ in some], decode), [other for _, other in some]
    return corpus_exact_match(said, wanted), sacrebleu.corpus_bleu(said, [wanted], tokenize="none").score


for name, one, some in (
    ("development, step 200", young, development),
    ("development, step 600", model, development),
    ("test, step 600", model, test),
):
    exact, bleu = measure(one, some)
    print(f"{name:24}exact match {exact:.1%}   BLEU {bleu:.1f}")

# %% [markdown]
# Was that luck? `benchmarks/translate_seeds.py` runs these very cells for five seeds (CPU seconds on one thread of a busy two-core
# machine; yours will differ):
#
# | seed | CPU seconds | development | test |
# |---|---|---|---|
# | 0 | 24 | 100.0% | 99.4% |
# | 1 | 22 | 99.8% | 99.8% |
# | 2 | 22 | 100.0% | 100.0% |
# | 3 | 26 | 99.8% | 99.8% |
# | 4 | 24 | 99.8% | 100.0% |
#
# Each measure hides something:

# %%
wanted = [german(number) for number in (352_814, 98_467, 741_203, 65_892)]
one_word_wrong = [sentence.replace("acht", "neun", 1).replace("sieben", "drei", 1) for sentence in wanted]
half_right = [wanted[0], wanted[1], "null", "null"]
for name, said in (("one or two words wrong in each", one_word_wrong), ("half right, half nonsense", half_right)):
    bleu = sacrebleu.corpus_bleu(said, [wanted], tokenize="none").score
    print(f"{name:34}exact match {corpus_exact_match(said, wanted):.0%}   BLEU {bleu:.0f}")

# %% [markdown]
# Exact match calls all four translations of the first list wrong and does not see that they are nearly right. BLEU likes them, though
# each of these amounts of money would be paid out wrongly. Neither knows what a mistake costs. For sentences with many right
# translations exact match is useless and BLEU a rough guide; for numbers exact match is the one to trust.

# %% [markdown]
# ## Exercise 5.7 · beam_search · 4 points · 40 min · ●●●
#
# **What.** Greedy decoding takes the best next word and never looks back. Beam search keeps the `beam_size` best *hypotheses*
# side by side, continues all of them, and keeps the best again. The paper used a beam of 4 (section 6.1).
#
# **By hand.** After bos, word *a* has probability 0.6 and *b* 0.39. After *a* nothing is likely: at best a word with 0.4. After *b*, eos has
# 0.9. Greedy takes *a*, and whatever follows, its sentence has at most $0.6 · 0.4 = 0.24$. A beam of 2 keeps both, and finds *b eos*
# with $0.39 · 0.9 = 0.35$.
#
# **How.** The score of a hypothesis is the *sum of log-probabilities* of its words. Every word makes the sum smaller, which
# favours the short; therefore hypotheses compete by
#
# $$\text{score} = \frac{\sum \log p}{\left(\frac{5 + \text{length}}{6}\right)^{\alpha}}$$
#
# with $\alpha$ = `length_penalty` (Wu and others, 2016; the paper takes $\alpha = 0.6$, section 6.1). Length counts what was generated: eos,
# but not bos. A hypothesis that has reached eos is finished and set aside (whether it keeps its
# place in the beam or frees it is up to you: programs differ); one that is cut off at
# `max_length` (which counts bos) competes by the same score. With `beam_size=1` the result is greedy decoding.
#
# **Shapes.** src `(batch, time)` gives tokens `(batch, <= max_length)` as in `greedy_decode` (bos first, pad after eos), and scores
# `(batch,)`. Each sentence has a beam of its own. No gradients, no dropout, and the model stays in the mode it was in.
#
# Use `model.encode(src) -> memory` and `model.decode(tokens, memory, src) -> logits`. A loop over the sentences is fine.


# %% exercise="beam_search"
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    """The best of many hypotheses for each sentence: tokens (batch, <= max_length) from bos on, and scores (batch,)."""
    # BEGIN SOLUTION
    was_training = model.training
    model.eval()
    found = [_search(model, row.unsqueeze(0), beam_size, max_length, bos_id, eos_id, length_penalty) for row in src]
    model.train(was_training)
    scores = torch.stack([score for score, _ in found])
    tokens = nn.utils.rnn.pad_sequence(
        [t for _, t in found], batch_first=True, padding_value=getattr(model, "pad_id", 0)
    )
    return tokens, scores


@torch.no_grad()
def _search(model, src, beam_size, max_length, bos_id, eos_id, length_penalty):
    """The best hypothesis for one sentence: its score and its tokens."""
    memory = model.encode(src)  # (1, time, d_model)
    live = torch.full((1, 1), bos_id, device=src.device)  # (hypotheses, length)
    totals = torch.zeros(1, device=src.device)  # their log-probabilities
    done = []
    for length in range(1, max_length):
        logits = model.decode(live, memory.expand(len(live), -1, -1), src.expand(len(live), -1))[:, -1]
        candidates = totals.unsqueeze(1) + F.log_softmax(logits, dim=-1)  # (hypotheses, vocab_size)
        totals, places = candidates.flatten().topk(min(beam_size - len(done), candidates.numel()))
        parents, words = places // logits.shape[-1], places % logits.shape[-1]
        live = torch.cat([live[parents], words.unsqueeze(1)], dim=1)
        ended = words == eos_id
        score = totals / ((5 + length) / 6) ** length_penalty
        over = ended if length < max_length - 1 else torch.ones_like(ended)
        done += zip(score[over], live[over])
        live, totals = live[~over], totals[~over]
        if len(live) == 0:
            break
    return max(done, key=lambda one: one[0]) if done else (totals[0], live[0])
    # END SOLUTION


# %% check="beam_search" points=4
check("beam_search")

# %% [markdown] hints="beam_search"
# Write it for one sentence first: a table `live (hypotheses, length)`, their sums `totals (hypotheses,)`, and a list of finished ones.
# The memory has one row: `memory.expand(len(live), -1, -1)` gives each hypothesis the same.
#
# Each round: log_softmax of the newest position, added to the sums, is a table `(hypotheses, vocab_size)`. Take the best of the *whole*
# table. A place in the flattened table tells parent (`// vocab_size`) and word (`% vocab_size`). Set the hypotheses that end with eos aside, with
# their score; go on with the others, until none is left or max_length is reached. Then add those still open, and take the best.
#
# `totals, places = (totals[:, None] + log_p).flatten().topk(min(beam_size - len(done), how_many_there_are))`,
# `live = torch.cat([live[parents], words[:, None]], dim=1)`, `ended = words == eos_id`. At the end
# `max(done, key=lambda one: one[0])`, and `pad_sequence` joins the rows.

# %% [markdown]
# <details>
# <summary>Help: I get "selected index k out of range"</summary>
#
# `topk(k)` needs at least k entries. In the first round there is one hypothesis, so only `vocab_size` continuations: take
# `min(k, candidates.numel())`.
#
# </details>

# %% [markdown]
# Does a wider beam help? Ask the model as it was after 200 steps, on the first 60 sentences of the development part. **Predict** before you
# run: better, worse, the same?


# %%
def beam_of(size):
    return lambda model, src, max_length: beam_search(model, src, size, max_length)[0]


for name, decode in (("greedy", greedy_decode), ("beam of 2", beam_of(2)), ("beam of 4", beam_of(4))):
    exact, bleu = measure(young, development[:60], decode)
    print(f"{name:12}exact match {exact:.1%}   BLEU {bleu:.1f}")

# %% [markdown]
# A little better, the same, or once in a while worse: one sentence of 60 is 1.7 points, and your model began with numbers of its own. Where it
# is not sure yet, the second-best first word sometimes leads to the better sentence. For the finished model, which is nearly always sure, all three agree. A beam finds what the model thinks probable; it does not
# make the model know more.

# %% [markdown]
# ## What does it look at?
#
# Each word of the translation has distributed its attention over the source. These are the weights of the cross-attention for a number that the
# model never saw. To find that attention in *your* model, whatever you called its parts, we look for what it is: every attention has a
# `w_k`, and the decoder is the part whose layers hold two of them. **Predict, then run:** where does *und* look, which has no English word?


# %%
def attentions(module):
    """Every multi-head attention inside: a part that has the four projections."""
    return [part for part in module.modules() if hasattr(part, "w_k")]


def decoder_of(model):
    """The decoder inside a Transformer: the part with `layers` that hold two attentions each."""
    parts = [part for part in model.modules() if hasattr(part, "layers")]
    return next(part for part in parts if len(attentions(part)) == 2 * len(part.layers))


# %%
from utils.showing.attention import attention_map

src, tgt = tables([(english(94), german(94))])
model.eval()
with torch.no_grad():
    model(src, tgt[:, :-1])
saying = [*german(94).split(), "eos"]  # each position says the next word
last_cross_attention = attentions(decoder_of(model))[-1]
weights = last_cross_attention.weights[0].mean(dim=0)  # the mean of its heads
attention_map(weights, saying, english(94).split(), "what is said, and what it looks at")

# %% [markdown]
# *vier* looks at *four* and *neunzig* at *ninety*: the words cross. In our run *und* looks at *ninety* already, for that is what comes next.
# Yours may share it out otherwise.

# %% [markdown]
# ## Where it fails
#
# The model has learned numbers of up to six digits, and round millions. It knows every word of *one million two hundred thousand and
# seven*. **Predict, then run:** can it say it?

# %%
chance = random.Random(5)
known = {number for number, _ in training}
for digits in range(1, 10):
    some = [chance.randrange(10 ** (digits - 1), 10**digits) for _ in range(50)]
    exact, _ = measure(model, [(english(number), german(number)) for number in some])
    seen = sum(english(number) in known for number in some)
    print(f"{digits} digits: {'#' * round(40 * exact):40} {exact:4.0%}   ({seen} of 50 seen in training)")
print(translate(model, [english(1_200_007)])[0])

# %% [markdown]
# Two failures, and the 99% of the test part shows neither. Beyond the lengths of its training the model is lost: it drops parts of the number
# to get back to a pattern that it knows. A Transformer learns what its training shows, and *compose the same way, only longer* is not in
# it by itself. At the other end, single digits fail too, the easiest of all, though most were trained on: ten among 13,100 numbers are too few to matter
# to the loss, and too few in the test part to matter to its average. So look at the parts, not only at the average.

# %% [markdown]
# ## Exercise 5.8 · CachedDecoder · 4 points · 40 min · ●●●
#
# **What.** Greedy decoding with a *key/value cache*: the same tokens, with less work.
#
# **Why.** `greedy_decode` sends all tokens so far through the decoder for every new word, only to read the last position. But the masks let a
# position see only earlier ones, so nothing about an earlier position ever changes: neither its key nor its value. Compute them once
# and keep them. All language models that talk to you do this.
#
# **By hand.** After *bos vier und* the decoder has, in each layer, three keys and three values. For the next step:
#
# | | greedy_decode | with a cache |
# |---|---|---|
# | positions sent through the layers | 4 | 1, the newest |
# | queries | 4 | 1 |
# | new keys and values of the words | 4 | 1, joined to the 3 kept |
# | keys and values of the memory | all, again | kept from the first step |
#
# The work of step $t$ falls from a multiple of $t$ to nearly a constant.
#
# **Contract.** `CachedDecoder(model)` keeps the model. Calling it, `decoder(src, max_length, bos_id=1, eos_id=2)`, gives exactly what
# `greedy_decode(model, src, max_length, bos_id, eos_id)` gives, leaves the model as it was (mode included), and starts each call with empty caches.
#
# **How to get at the parts.** There are two ways, and the checks accept both:
#
# - *Write the decoder's pass anew*, for one position, with the parts of the Transformer. The checks use the course's Transformer:
#   `target_embedding`, `decoder.layers`, and in each layer `self_attention`, `add_norm1`, `cross_attention`, `add_norm2`, `feed_forward`, `add_norm3`.
#   If your own has other names, this decoder would fit only one of the two.
# - *Change what a step computes*, using only what every Transformer of this course has: `w_k` and `w_v` in each attention and
#   `forward(x, memory, self_mask, memory_mask)` of the decoder. Give the decoder a `forward` that passes on only the newest row of `x` and
#   of the mask, and each `w_k` and `w_v` a `forward` that remembers. Afterwards put everything back. Then the loop is that
#   of `greedy_decode`, unchanged, and fits any model. The helpers `attentions` and `decoder_of` from above find the parts.
#
# A module's own method is replaced with `module.forward = f` and comes back with `del module.forward`.


# %% exercise="CachedDecoder"
class CachedDecoder:
    """Greedy decoding that computes each position's keys and values once."""

    def __init__(self, model):
        """Remember the model; its weights stay its own."""
        # BEGIN SOLUTION
        self.model = model
        # END SOLUTION

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        """src (batch, time) -> tokens (batch, <= max_length), exactly those of greedy_decode."""
        # BEGIN SOLUTION
        model, was_training = self.model, self.model.training
        decoder = decoder_of(model)
        projections = [linear for one in attentions(decoder) for linear in (one.w_k, one.w_v)]
        model.eval()
        try:
            with torch.no_grad():
                memory = model.encode(src)
                only_newest(decoder)
                for linear in projections:
                    remember(linear, memory)
                return self._decode(src, memory, max_length, bos_id, eos_id)
        finally:
            for module in (decoder, *projections):
                module.__dict__.pop("forward", None)  # back to the method of its class
            model.train(was_training)

    def _decode(self, src, memory, max_length, bos_id, eos_id):
        tokens = torch.full((len(src), 1), bos_id, device=src.device)
        done = torch.zeros(len(src), dtype=torch.bool, device=src.device)
        while tokens.shape[1] < max_length and not done.all():
            newest = self.model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)  # one position is computed
            newest = newest.masked_fill(done, getattr(self.model, "pad_id", 0))
            tokens = torch.cat([tokens, newest.unsqueeze(1)], dim=1)
            done = done | (newest == eos_id)
        return tokens


def only_newest(decoder):
    """Let the newest position alone go through the layers."""
    forward = decoder.forward

    def newest(x, memory, self_mask=None, memory_mask=None):
        if self_mask is not None:
            self_mask = self_mask[..., -1:, :]  # the newest query, all keys
        return forward(x[:, -1:], memory, self_mask, memory_mask)

    decoder.forward = newest


def remember(linear, memory):
    """Let a projection keep what it gave: memory is projected once, and each new position joins those before it."""
    project, kept = linear.forward, []

    def forward(x):
        if x is not memory or not kept:
            kept.append(project(x))
        return torch.cat(kept, dim=1)

    linear.forward = forward
    # END SOLUTION


# %% check="CachedDecoder" points=4
check("CachedDecoder")

# %% [markdown] hints="CachedDecoder"
# The embedding costs next to nothing: embed *all* tokens so far and take the last row, then the newest token has its right position by
# itself. Only the layers must be spared.
#
# Keys and values of the words: project the newest row and join it to those kept, along time (dim=1). Keys and values of the memory: project at the
# first step, return the kept ones later. The self-attention's mask needs one row, the newest query, and all keys. Every projection of every
# layer has its own cache.
#
# `def forward(x): if x is not memory or not kept: kept.append(project(x)); return torch.cat(kept, dim=1)`, where `project = linear.forward` and
# `kept = []`; for the decoder `forward(x[:, -1:], memory, self_mask[..., -1:, :], memory_mask)`. Put back in a `finally:`.

# %% [markdown]
# <details>
# <summary>Help: the first tokens are right, then they differ</summary>
#
# Often the position: a newest token that is embedded alone always gets position 0. Or keys and values are joined in different orders. Or a
# mask of the wrong row: take the last.
#
# </details>

# %% [markdown]
# How much does it save? Seconds depend on the machine; floating-point operations do not, so we count those.

# %%
from torch.utils.flop_counter import FlopCounterMode


def operations(decode, *arguments):
    """How many floating-point operations one call takes."""
    with FlopCounterMode(display=False) as counter:
        decode(*arguments)
    return counter.get_total_flops()


src, _ = tables([(english(94), german(94))])
counted = [4, 8, 16, 32, 64]
usual = [operations(greedy_decode, model, src, length, 1, -1) for length in counted]  # eos -1 never comes
cached = [operations(CachedDecoder(model), src, length, 1, -1) for length in counted]

figure, axes = plt.subplots(figsize=(6, 2.6))
axes.plot(counted, [one / 1e6 for one in usual], "o-", label="greedy_decode")
axes.plot(counted, [one / 1e6 for one in cached], "s-", label="CachedDecoder")
axes.set(xlabel="tokens", ylabel="million operations", title="The work of one sentence")
axes.legend()
plt.show()
for length, one, other in zip(counted, usual, cached):
    print(f"{length:2} tokens: {one / other:4.1f} times less")

# %% [markdown]
# Work against length: without a cache the curve bends upwards like a square, with a cache it is nearly straight, so the saving grows with
# the length.

# %% [markdown]
# ## Three broken models
#
# Somebody hands you three Transformers. Each has one bug. Each has been trained on this task for 200 steps, and here are their losses
# beside that of the sound model.


# %%
def wrapped(attention, change):
    """Let `change` alter the mask of every call of an attention."""
    forward = attention.forward
    attention.forward = lambda query, key, value, mask=None: forward(query, key, value, change(mask))


def broken(bug):
    """A Transformer with one bug, and its optimizer."""
    model, _ = fresh(1)
    decoder = decoder_of(model)
    encoder = next(part for part in model.modules() if hasattr(part, "layers") and part is not decoder)
    if bug == "A":
        for one in attentions(decoder):
            wrapped(one, lambda mask: mask | mask.any(dim=-2, keepdim=True) if mask is not None else None)
    if bug == "B":
        for one in attentions(encoder):
            wrapped(one, lambda mask: None)
    if bug == "C":
        encoder.layers[1] = encoder.layers[0]
    return model, optimizer_for(model)


suspects = {}
for bug in ("none", "A", "B", "C"):
    suspects[bug], optimizer = broken(bug)
    losses = train(suspects[bug], optimizer, steps=200, seed=1)
    print(f"bug {bug:5} loss after 50, 100, 200 steps: {losses[49]:.3f}  {losses[99]:.3f}  {losses[199]:.3f}")

# %% [markdown]
# Nothing in these curves accuses anybody. So we need probes: questions whose answer is known in advance, whatever the model has learned.
#
# 1. *Future*: change the last word of the target. Logits at earlier positions must not move.
# 2. *Padding*: append three pads to the source. No logits may move.
# 3. *Count*: how many numbers does it learn? As many as the sound model.
#
# **Predict:** the bugs are *one layer used twice*, *padding not masked in the encoder* and *no causal mask*. Which probe convicts which, and
# what does the sound model answer? Then run, and name A, B and C.


# %%
@torch.no_grad()
def future(model):
    """How far earlier logits move when the last target word changes."""
    src, tgt = tables(development[:20])
    other = tgt.clone()
    other[:, -1] = 5
    return (model(src, tgt)[:, :-1] - model(src, other)[:, :-1]).abs().max().item()


@torch.no_grad()
def padding(model):
    """How far logits move when the source gets three more pads."""
    src, tgt = tables(development[:20])
    return (model(src, tgt) - model(F.pad(src, (0, 3)), tgt)).abs().max().item()


print("bug    future   padding   numbers learned")
for bug, suspect in suspects.items():
    suspect.eval()
    count = sum(value.numel() for value in suspect.parameters())
    print(f"{bug:5}{future(suspect):8.3f}{padding(suspect):10.3f}{count:18,}")

# %% [markdown]
# <details>
# <summary>The answer</summary>
#
# A has no causal mask: its earlier logits move when a later word changes. In training it read the answer off its own input; asked to
# translate, it has nothing to read. B does not mask padding in the encoder: the same sentence is translated differently in a longer
# batch. C uses one encoder layer twice, and so learns fewer numbers than it should; it translates as well as the sound one (here even a little better), so no task would ever tell you.
#
# </details>

# %%
for bug, suspect in suspects.items():
    exact, bleu = measure(suspect, development[:100])
    print(f"bug {bug:5} exact match {exact:.0%}")

# %% [markdown]
# The exact match convicts A only. In an experiment with sixteen bugs, one at a time (no scale, no LayerNorm, one matrix for query, key
# and value, …), every one, trained on an easy task, still decoded 99% or more of new sequences without a fault (`benchmarks/bugs_that_train.py`). So the checks of this course ask for properties, not for results;
# do the same with your own models.

# %% [markdown]
# ## Why attention, as a curve
#
# Recurrent networks translate too. Four models of equal size learned number words of 1 to 15 digits, English to French, for the same CPU
# time each (`benchmarks/length_curve.py`; the numbers are stored, so that you need not wait).

# %%
import json

from utils.paths import ROOT

record = json.loads((ROOT / "utils" / "data" / "length_curve.json").read_text(encoding="utf-8"))
figure, axes = plt.subplots(figsize=(6, 2.8))
for (name, one), mark in zip(record["models"].items(), "os^v"):
    axes.plot(record["digits"], one["exact_match"], f"{mark}-", label=name, markersize=4)
axes.set(xlabel="digits", ylabel="exact match", ylim=(-0.03, 1.03), title=f"{record['budget']:.0f} CPU seconds each")
axes.legend(loc="lower left", fontsize="small")
plt.show()

# %% [markdown]
# Four curves of exact match against the number of digits. Without attention the encoder must press the whole sentence into one state of
# fixed size, and the longer the sentence, the more is lost: GRU and LSTM fall from 98% at three digits to nearly nothing at fifteen. A GRU *with*
# attention stays at the top, level with the Transformer (even a little above it at this budget): attention is what cures the bottleneck. What the
# Transformer adds is that it needs no recurrence, so that all positions train at once, which counts on hardware far wider than this laptop.
#
# A short version to run yourself: a GRU without attention on our own task, with as many parameters and steps as the three suspects had.


# %%
class Recurrent(nn.Module):
    """A GRU reads, its last state is all that the other GRU knows; the same interface as a Transformer."""

    def __init__(self, width=98):
        super().__init__()
        self.source, self.target = nn.Embedding(len(source_words), width), nn.Embedding(len(target_words), width)
        self.reader, self.writer = (nn.GRU(width, width, num_layers=2, batch_first=True) for _ in range(2))

    def forward(self, src, tgt):
        lengths = (src != 0).sum(dim=1)
        read = nn.utils.rnn.pack_padded_sequence(self.source(src), lengths, batch_first=True, enforce_sorted=False)
        _, state = self.reader(read)
        return self.writer(self.target(tgt), state)[0] @ self.target.weight.T

    def encode(self, src):
        return src.unsqueeze(-1).float()  # not used: decode reads the source itself

    def decode(self, tgt, memory, src):
        return self(src, tgt)


torch.manual_seed(1)
recurrent = Recurrent()
train(recurrent, optimizer_for(recurrent), steps=200, seed=1)
print(f"{sum(value.numel() for value in recurrent.parameters()):,} parameters")
for name, one in (("GRU", recurrent), ("Transformer", suspects["none"])):
    print(f"{name:12} exact match {measure(one, development[:100])[0]:.0%} after 200 steps")

# %% [markdown]
# ## Several processes
#
# The paper trained on eight GPUs. The idea fits on a laptop: two processes each take half of a batch, compute the gradient of their half, and
# *average* the gradients before the step, so both make the same step as one process with the whole batch. `DistributedDataParallel`
# does the averaging, and `torchrun` starts the processes:
#
# ```
# torchrun --nproc-per-node 2 benchmarks/train_ddp.py
# ```
#
# The script trains this lesson's model with the gloo backend, which needs no GPU, and prints the same losses as
# `python benchmarks/train_ddp.py` with one process. Two traps: the average of two means is the mean of all only if both halves hold
# equally many tokens, so the script weighs each half by its tokens; and every process must draw the same batches and take its own half.

# %% [markdown]
# ## What you can do now
#
# You can take a Transformer from random numbers to a translator: shift its targets, smooth its loss, choose its learning rate, fill its
# batches, step, save and resume; decode greedily, with a beam, and with a cache; and say how good it is, on numbers that had no part in
# any decision. And you know what a loss curve does not tell: ask a model questions whose answers are certain.

# %% [markdown] quiz=true
# Your model's loss has stopped at 0.66 and will not fall. With smoothing 0.1 and 34 words, what do you do?
# - Translate something, and look | Right: 0.658 is the floor of the smoothed loss, so this may be a perfect model. Only decoding tells.
# - Raise the learning rate | The loss is at its floor; there is nothing left to learn from it.
# - Train longer | It cannot fall below 0.658, however long you train.
#
# The training loss falls to 0.66 within 50 steps, far faster than usual, but every translation is nonsense. What is the first suspect?
# - The decoder sees what it should predict | Right: a missing shift does this at once; a missing causal mask may take as long as honest learning. Change a future word and see whether earlier logits move.
# - The learning rate is too high | Then the loss would jump or become NaN; it would not fall too fast.
# - The beam is too narrow | A wider beam finds more probable sentences of the same model; it does not turn nonsense into sense.
#
# Why may a cached decoder keep the keys and values of earlier positions?
# - Because under the causal mask nothing that comes later changes them | Right: each layer's output at a position depends on that position and those before it.
# - Because keys and values do not depend on the words | They do; they are projections of what each layer says about the words.
# - Because the model has finished training | Fixed weights are needed too, but an encoder has them as well: there each new word would change all positions.

# %% [markdown]
# **Next.** [06 · BERT and GPT](../06_bert_and_gpt/06_bert_and_gpt.ipynb): keep only the encoder, or only the decoder, and you have the models
# that everybody uses.
