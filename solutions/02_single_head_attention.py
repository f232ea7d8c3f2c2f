# %% [markdown]
# # 02 · Single-head attention
#
# *Muddy river bank. Safe savings bank.* The word *bank* is the same in both; what it means is decided by the words around
# it. An embedding knows only the word. Attention lets a word look at its neighbours and take from them what it needs.
#
# In this lesson you write one head of attention, formula by formula, and follow three words through it with numbers that
# you can check by hand. At the end the two banks have become different vectors. It takes about two hours.

# %%
import math

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

from utils import bring, check, hint, progress, solution
from utils.showing.attention import attention_map, attention_maps
from utils.showing.style import use_course_style

torch.set_num_threads(1)
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

softmax, sinusoidal_positions = bring("softmax", "sinusoidal_positions")  # yours where they passed, else the course's

# %% [markdown]
# ## Query, key, value
#
# Think of a library. You come with a question (the **query**). Every book has a label on its spine (the **key**). You
# compare your question with every label, and then you read: much from the books that fit well, little from the others.
# What you read is what stands inside the books (the **value**).
#
# In self-attention every word plays all three parts. It asks, it is labelled, and it has something to say:
#
# | | made from the word's vector $x$ | says |
# |---|---|---|
# | query | $q = x W^Q$ | what I am looking for |
# | key | $k = x W^K$ | what I can be found by |
# | value | $v = x W^V$ | what I hand over when I am found |
#
# The whole of attention is then (section 3.2.1 of *Attention Is All You Need*):
#
# $$\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\!\left(\frac{QK^T}{\sqrt{d_k}}\right) V$$
#
# The rows of $Q$, $K$ and $V$ are the words. A query has $d_k$ numbers, and so has a key, since the two are compared; a value has $d_v$. One such
# attention, with matrices $W^Q$, $W^K$ and $W^V$ of its own, is called a *head*. We build it from the inside out.

# %% [markdown]
# ## Three words, small numbers
#
# Our example is *muddy river bank*. Each word is a vector of three numbers, $d_{model} = 3$, which say how much the word
# has to do with water, how much with money, and how *unsure* it is:
#
# | | water | money | unsure |
# |---|---|---|---|
# | muddy | 1 | 0 | 0 |
# | river | 2 | 0 | 0 |
# | bank | 0 | 0 | 1 |
#
# These vectors and the three matrices below are made by hand, so that every number means something. A trained network
# finds its own by gradient descent, and they are rarely so easy to read.
#
# The key says in its first two numbers what a word is about, and in the last two that it is unsure. The query asks the
# other way round: an unsure word asks for water or money, and a word that knows its topic asks for unsure words. The value
# is the meaning (water, money); an unsure word offers a bit of both.

# %%
words = ["muddy", "river", "bank"]
x = torch.tensor([[1.0, 0.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 1.0]])  # (time, d_model)

W_q = torch.tensor([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 1.0], [1.0, 1.0, 0.0, 0.0]])  # (d_model, d_k)
W_k = torch.tensor([[2.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0], [0.0, 0.0, 2.0, 2.0]])  # (d_model, d_k)
W_v = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])  # (d_model, d_v)

# %% [markdown]
# ## Exercise 2.1 · project_qkv · 1 point · 5 min · ●○○
#
# **What.** Make the queries, keys and values of all words: $Q = xW^Q$, $K = xW^K$, $V = xW^V$.
#
# **Why.** With three matrices a word may look for one thing, be found by another and hand over a third. With one matrix
# for all three, every word would look for words like itself.
#
# **Shapes.** `x` is `(..., time, d_model)`; the matrices are `(d_model, d_k)`, `(d_model, d_k)` and `(d_model, d_v)`. Three
# tensors come out, `(..., time, d_k)` twice and `(..., time, d_v)`.
#
# **By hand.** *river* is $x = (2, 0, 0)$. In $xW^Q$ the first row of $W^Q$ counts twice, the others not at all:
# $q = 2 · (0, 0, 1, 1) = (0, 0, 2, 2)$. In the same way $k = (4, 0, 0, 0)$ and $v = (2, 0)$.


# %% exercise="project_qkv"
def project_qkv(x, W_q, W_k, W_v):
    """Queries, keys, values: x (..., time, d_model), each W (d_model, d_*) -> q, k, v, each (..., time, d_*)."""
    # BEGIN SOLUTION
    return x @ W_q, x @ W_k, x @ W_v
    # END SOLUTION


# %% check="project_qkv" points=1
check("project_qkv")

# %% [markdown] hints="project_qkv"
# The vectors are the rows of `x`, so `x` stands on the left of each product.
#
# Three matrix products, one for each matrix, returned together as a tuple: q, k, v.
#
# `x @ W_q` gives the queries for any number of leading sides. Do the same with the other two, and return all three,
# separated by commas.

# %%
q, k, v = project_qkv(x, W_q, W_k, W_v)
for word, *row in zip(words, q.tolist(), k.tolist(), v.tolist()):
    print(word.ljust(6), "q", row[0], " k", row[1], " v", row[2])

# %% [markdown]
# ## Exercise 2.2 · attention_scores · 1 point · 5 min · ●○○
#
# **What.** Compare every query with every key. The *score* of a query and a key is their dot product: $QK^T$.
#
# **Why.** A dot product is large where two vectors point the same way: this label answers that question.
#
# **Shapes.** `(..., queries, d_k), (..., keys, d_k) -> (..., queries, keys)`. In self-attention there are as many queries
# as keys, because both are the words. In lesson 04 the queries come from one sentence and the keys from another, so do not
# rely on it.
#
# **By hand.** *bank* asks with $q = (1, 1, 0, 0)$. The keys are $(2, 0, 0, 0)$ for *muddy*, $(4, 0, 0, 0)$ for *river* and
# $(0, 0, 2, 2)$ for *bank* itself. The scores are $2$, $4$ and $0$: *river* answers best.


# %% exercise="attention_scores"
def attention_scores(q, k):
    """Dot product of every query with every key: (..., queries, d_k), (..., keys, d_k) -> (..., queries, keys)."""
    # BEGIN SOLUTION
    return q @ k.transpose(-2, -1)  # (..., queries, d_k) @ (..., d_k, keys)
    # END SOLUTION


# %% check="attention_scores" points=1
check("attention_scores")

# %% [markdown] hints="attention_scores"
# You wrote this in lesson 00, under the name `pairwise_dot`.
#
# The keys are rows; a matrix product wants them as columns. Let the last two sides of `k` change places.
#
# `k.transpose(-2, -1)` is `(..., d_k, keys)`. Multiply `q` by it with `@`.

# %% [markdown]
# Here are all nine scores. Read row by row: *bank* looks at *river*, and both other words look at *bank*.

# %%
scores = attention_scores(q, k)
print(scores)

# %% [markdown]
# ## Why the scores are scaled
#
# A score is a sum of $d_k$ products. The more products, the further the sum strays from zero, and softmax turns far apart
# scores into all or nothing.
#
# How far does it stray? Take queries and keys whose numbers are independent, with mean 0 and variance 1. Each product
# $q_i k_i$ then has mean 0 and variance 1 as well, and variances of independent numbers add up:
#
# $$\mathrm{Var}(q \cdot k) = \sum_{i=1}^{d_k} \mathrm{Var}(q_i k_i) = d_k$$
#
# So the standard deviation is $\sqrt{d_k}$. The paper says so in a footnote of section 3.2.1.
#
# **Predict, then run.** With $d_k = 64$, how large is a typical score: about 1, 8 or 64?


# %%
def random_scores(d_k):
    """Scores of 1000 random queries, each with 8 random keys of its own: (1000, 8)."""
    queries, keys = torch.randn(1000, 1, d_k), torch.randn(1000, 8, d_k)
    return (queries * keys).sum(dim=-1)


torch.manual_seed(0)
drawn = {d_k: random_scores(d_k) for d_k in (4, 64, 512)}
for d_k, raw in drawn.items():
    print(f"d_k = {d_k:3}: standard deviation {raw.std():5.2f}, sqrt(d_k) = {math.sqrt(d_k):5.2f}")

# %% [markdown]
# The picture shows the scores above and, below, what softmax makes of them: the 8 weights of a query, largest first, averaged
# over 1000 queries. On the left the scores are as they come. At $d_k = 512$ one key takes nearly everything. On the right
# they are divided by $\sqrt{d_k}$, and the width hardly matters any more: the curves nearly coincide.

# %%
figure, axes = plt.subplots(2, 2, figsize=(6.6, 4.2), dpi=90)
for column, name in enumerate(("as they come", "divided by sqrt(d_k)")):
    above, below = axes[:, column]
    for style, (d_k, raw) in zip(("-", "--", ":"), drawn.items()):
        shown = raw / math.sqrt(d_k) if column else raw
        widest = 4.0 if column else 60.0
        heights, edges = torch.histogram(shown.flatten(), bins=40, range=(-widest, widest))
        above.plot((edges[1:] + edges[:-1]) / 2, heights, style, label=f"d_k = {d_k}")
        shares = torch.softmax(shown, dim=-1).sort(dim=-1, descending=True).values.mean(dim=0)
        below.plot(range(1, 9), shares, style)
    above.set(title=f"scores {name}", xlabel="score", yticks=[])
    below.set(title="their softmax", xlabel="key, best first", ylabel="weight", ylim=(0, 1))
axes[0, 0].legend(loc="upper left", fontsize="small")
plt.show()

# %% [markdown]
# Why is all or nothing bad? When a score moves a little, its weight $w$ moves by $w(1 - w)$ times as much: that is the
# derivative of softmax, and every gradient passes through it. At $w = 0.5$ it is $0.25$, at $w = 0.999$ only $0.001$, and at
# $w = 0.000001$ nothing is left. The head has made up its mind before it has learned anything, and can hardly change it.

# %%
for d_k, raw in drawn.items():
    slopes = []
    for some_scores in (raw, raw / math.sqrt(d_k)):
        w = torch.softmax(some_scores, dim=-1)
        slopes.append((w * (1 - w)).mean().item())
    print("d_k = {:3}: w(1 - w) is {:.3f} on average; after scaling {:.3f}".format(d_k, *slopes))

# %% [markdown]
# ## Exercise 2.3 · scale_scores · 1 point · 5 min · ●○○
#
# **What.** Divide the scores by $\sqrt{d_k}$.
#
# **Why.** Their standard deviation is $\sqrt{d_k}$; afterwards it is 1, whatever the width of the head.
#
# **Shapes.** `scores` of any shape; the same shape comes out. `d_k` is a whole number.
#
# **By hand.** Here $d_k = 4$, so the scores $(2, 4, 0)$ of *bank* become $(1, 2, 0)$.


# %% exercise="scale_scores"
def scale_scores(scores, d_k):
    """Scores divided by the square root of d_k: same shape as scores."""
    # BEGIN SOLUTION
    return scores / math.sqrt(d_k)
    # END SOLUTION


# %% check="scale_scores" points=1
check("scale_scores")

# %% [markdown] hints="scale_scores"
# The variance of the scores is $d_k$. By what do you divide to make the standard deviation 1?
#
# Divide by the square root of `d_k`. It is a plain number, so `math.sqrt` will do.
#
# Return `scores / math.sqrt(d_k)`. Do not write `scores /= ...`: it would change the caller's tensor.

# %% [markdown]
# ## Exercise 2.4 · attention_weights · 3 points · 20 min · ●●○
#
# **What.** Turn each query's scores into shares of its attention: softmax over the keys. A `mask` says which keys a query
# *may* attend to (True) and which not (False).
#
# **Why.** Some keys must not be seen: padding, and, when a text is being written, the words that are not written yet.
#
# **Shapes.** `scores` is `(..., queries, keys)`, and so is the result. `mask` is boolean; it may have fewer sides, or sides
# of length 1, and is broadcast to the scores: `(keys,)`, `(queries, keys)` and `(batch, 1, keys)` are all common.
#
# **By hand.** *bank* has the scaled scores $(1, 2, 0)$. Exponentiated they are $(2.72, 7.39, 1.00)$, which sum to $11.11$, so
# its weights are $(0.24, 0.67, 0.09)$: two thirds of its attention go to *river*. Were *river* forbidden, the others would
# share: $(2.72, 0, 1.00) / 3.72 = (0.73, 0, 0.27)$. The weights of the allowed keys still sum to one.
#
# And a query that may see nothing at all? It gets weights of 0. You may use your `softmax` from lesson 00, which gives
# zeros there, or torch's, which gives NaN.
#
# <details>
# <summary>Help: I get NaN</summary>
#
# A row in which every score is $-\infty$ is $0/0$ for `torch.softmax`. The `softmax` of lesson 00 gives zeros. With torch's,
# fill that row with 0 afterwards, with `masked_fill`. Another source of NaN is `mask * -inf`: where the mask is 0, that
# is $0 · \infty$. And *replace* forbidden scores by $-\infty$; do not *add* $-\infty$ to them. After a sum, torch's softmax gives the scores of
# such a row a gradient of NaN, even if you set its weights to 0 afterwards.
#
# </details>
#
# <details>
# <summary>Help: my rows sum to less than one</summary>
#
# Then the mask acts after the softmax: the forbidden keys had already taken their share. Take them out before.
#
# </details>


# %% exercise="attention_weights"
def attention_weights(scores, mask=None):
    """Softmax over the allowed keys (mask True): (..., queries, keys) -> the same; no allowed key gives zeros."""
    # BEGIN SOLUTION
    if mask is not None:
        scores = scores.masked_fill(~mask, -torch.inf)
    return softmax(scores, dim=-1)
    # END SOLUTION


# %% check="attention_weights" points=3
check("attention_weights")

# %% [markdown] hints="attention_weights"
# The keys are the last side. Softmax gives 0 where a score is $-\infty$, because $e^{-\infty} = 0$.
#
# Replace the forbidden scores by $-\infty$ (keep the scores that came in as they are, and make a new tensor), then take the
# softmax over the last side. Without a mask there is nothing to replace.
#
# `if mask is not None:` put `scores.masked_fill(~mask, -torch.inf)` in place of `scores`; `~mask` is True where the mask is
# False. Return `softmax(scores, dim=-1)`. With torch's softmax, fill `~mask` with 0 once more, and its NaN are gone.

# %% [markdown]
# Each row is a query, each column a key, and each row sums to one. Hover over a cell to read its number with three digits.

# %%
weights = attention_weights(scale_scores(scores, 4))
attention_map(weights, words, title="who looks at whom")

# %% [markdown]
# ## Exercise 2.5 · weighted_sum · 1 point · 5 min · ●○○
#
# **What.** For each query, add up the values of all words, each times its weight.
#
# **Why.** This is the reading: after having compared, a word takes from every word, itself included, in proportion to how well it fits.
#
# **Shapes.** `(..., queries, keys), (..., keys, d_v) -> (..., queries, d_v)`.
#
# **By hand.** *bank* has the weights $(0.24, 0.67, 0.09)$; the values are $(1, 0)$, $(2, 0)$ and $(1, 1)$. The sum is
# $0.24 · (1, 0) + 0.67 · (2, 0) + 0.09 · (1, 1) ≈ (1.67, 0.09)$. It came with a value of $(1, 1)$, a bit of both. Now it is
# nearly all water.


# %% exercise="weighted_sum"
def weighted_sum(weights, v):
    """Sum of the values, each times its weight: (..., queries, keys), (..., keys, d_v) -> (..., queries, d_v)."""
    # BEGIN SOLUTION
    return weights @ v  # (..., queries, keys) @ (..., keys, d_v)
    # END SOLUTION


# %% check="weighted_sum" points=1
check("weighted_sum")

# %% [markdown] hints="weighted_sum"
# Row i of the weights holds the shares of query i. Which product multiplies a row with columns and adds up?
#
# A matrix product sums over the side that both share: here the keys, the last side of the weights and the last but one of
# the values.
#
# `weights @ v`. Nothing has to be turned around.

# %%
print(weighted_sum(weights, v))  # one row for each word: (water, money)

# %% [markdown]
# ## Exercise 2.6 · scaled_dot_product_attention · 3 points · 15 min · ●●○
#
# **What.** Put the pieces together: compare, scale, share, average.
#
# $$\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\!\left(\frac{QK^T}{\sqrt{d_k}}\right) V$$
#
# Return the output and the weights, in this order. The weights are for looking at.
#
# **Shapes.** `q (..., queries, d_k)`, `k (..., keys, d_k)`, `v (..., keys, d_v)`; the output is `(..., queries, d_v)`, the
# weights `(..., queries, keys)`. `d_k` is not an argument: it is the width of a query.
#
# **By hand.** For *bank*: scores $(2, 4, 0)$, scaled by $\sqrt{4}$ to $(1, 2, 0)$, weights $(0.24, 0.67, 0.09)$, output
# $(1.67, 0.09)$.


# %% exercise="scaled_dot_product_attention"
def scaled_dot_product_attention(q, k, v, mask=None):
    """Attention: (..., queries, d_k), (..., keys, d_k), (..., keys, d_v) -> output (..., queries, d_v), weights."""
    # BEGIN SOLUTION
    scores = scale_scores(attention_scores(q, k), q.shape[-1])  # (..., queries, keys)
    weights = attention_weights(scores, mask)
    return weighted_sum(weights, v), weights
    # END SOLUTION


# %% check="scaled_dot_product_attention" points=3
check("scaled_dot_product_attention")

# %% [markdown] hints="scaled_dot_product_attention"
# You have written all four steps. What comes out of one goes into the next.
#
# Scores from `q` and `k`; scale them by the width of a query, `q.shape[-1]`; weights from the scaled scores and the mask;
# the weighted sum of `v`.
#
# `weights = attention_weights(scale_scores(attention_scores(q, k), q.shape[-1]), mask)`, then return
# `weighted_sum(weights, v), weights`.

# %% [markdown]
# ### The same word, another sentence
#
# **Predict, then run.** In *safe savings bank* the first two words are about money: $(0, 1, 0)$ and $(0, 2, 0)$. *bank*
# itself, and all three matrices, stay the same. What will *bank* become?

# %%
savings = torch.tensor([[0.0, 1.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 1.0]])
wet, _ = scaled_dot_product_attention(*project_qkv(x, W_q, W_k, W_v))
rich, _ = scaled_dot_product_attention(*project_qkv(savings, W_q, W_k, W_v))
print("bank in muddy river bank: ", wet[-1])
print("bank in safe savings bank:", rich[-1])

# %% [markdown]
# The picture shows the value that *bank* had (grey), and where the two sentences move it: towards water, or towards money.

# %%
figure, axis = plt.subplots(figsize=(4.2, 3.6))
axis.plot(*v[-1], "o", color="0.5", markersize=10)
axis.annotate("bank, alone", v[-1], xytext=(8, 8), textcoords="offset points")
for name, end, place in (("muddy river bank", wet[-1], (-64, -16)), ("safe savings bank", rich[-1], (-6, 9))):
    axis.annotate("", end, v[-1], arrowprops={"arrowstyle": "->", "shrinkA": 7, "shrinkB": 6})
    axis.plot(*end, "o", markersize=10)
    axis.annotate(name, end, xytext=place, textcoords="offset points")
axis.set(xlabel="water", ylabel="money", xlim=(-0.2, 2.2), ylim=(-0.25, 2.1), title="one word, two meanings")
plt.show()

# %% [markdown]
# ## Masks
#
# A mask is a table of True and False: may this query see that key? Two masks cover nearly everything in a Transformer.
# One hides the padding; the other hides the future. Both are boolean, and True means *may attend*.
#
# (Some libraries say it the other way round: in `nn.MultiheadAttention` True means *hidden*. When you use another library,
# look this up first.)

# %% [markdown]
# ## Exercise 2.7 · padding_mask · 2 points · 10 min · ●●○
#
# **What.** From a batch of token ids, make the mask that hides the padding.
#
# **Why.** Short sentences are filled up with `<pad>` (id 0) to the length of the longest. No word should read from that.
#
# **Shapes.** `(batch, keys) -> (batch, 1, keys)`, boolean. The side of length 1 stands for the queries: whoever asks, the
# padding is hidden *as a key*. It is broadcast to `(batch, queries, keys)`.
#
# **By hand.** The tokens `[[7, 5, 0]]` give `[[[True, True, False]]]`: every query may see the first two tokens.


# %% exercise="padding_mask"
def padding_mask(tokens, pad_id=0):
    """True where a key is a real word: (batch, keys) -> (batch, 1, keys) bool."""
    # BEGIN SOLUTION
    return (tokens != pad_id).unsqueeze(1)
    # END SOLUTION


# %% check="padding_mask" points=2
check("padding_mask")

# %% [markdown] hints="padding_mask"
# A comparison of a tensor with a number gives a boolean tensor of the same shape.
#
# Real words are those whose id is not `pad_id`. Then add a side of length 1 between the batch and the keys.
#
# `tokens != pad_id` is `(batch, keys)`; `.unsqueeze(1)` puts the new side at place 1.

# %% [markdown]
# Two sentences in one batch; the second, *river bank*, is one word short. Here are its weights. The column of the padding is
# empty: nobody reads it. Its row is not, for the padding still asks (with a query of zeros, so it shares equally). That does
# no harm, because nobody reads what it gets.

# %%
tokens = torch.tensor([[4, 5, 6], [5, 6, 0]])
batch = torch.stack([x, torch.stack([x[1], x[2], torch.zeros(3)])])  # (batch, time, d_model)
_, both = scaled_dot_product_attention(*project_qkv(batch, W_q, W_k, W_v), padding_mask(tokens))
attention_map(both[1], ["river", "bank", "<pad>"], title="padding masked")

# %% [markdown]
# ## Exercise 2.8 · causal_mask · 1 point · 5 min · ●○○
#
# **What.** The mask that hides the future: a token sees itself and what came before.
#
# **Why.** A model that writes must not peek. When it learns to predict the next word, that word stands right there in the
# training text, one place to the right. With this mask all places can be trained at once, and none of them sees its answer.
#
# **Shapes.** A number `length` goes in, a boolean `(length, length)` comes out: row = query, column = key.
#
# **By hand.** For three tokens:
#
# | | muddy | river | bank |
# |---|---|---|---|
# | muddy | True | False | False |
# | river | True | True | False |
# | bank | True | True | True |


# %% exercise="causal_mask"
def causal_mask(length):
    """True where key j is not after query i: a number -> (length, length) bool."""
    # BEGIN SOLUTION
    return torch.ones(length, length, dtype=torch.bool).tril()
    # END SOLUTION


# %% check="causal_mask" points=1
check("causal_mask")

# %% [markdown] hints="causal_mask"
# Row i is True up to and with column i: a lower triangle that includes the diagonal.
#
# Start from a square of True and keep its lower triangle; torch has a function for that. Or compare the numbers of rows and
# columns.
#
# `torch.ones(length, length, dtype=torch.bool)`, then `.tril()`.

# %% [markdown]
# **Predict, then run.** Which words get other outputs with the causal mask than without it?

# %%
output, masked = scaled_dot_product_attention(q, k, v, causal_mask(3))
print(output)
attention_maps(torch.stack([weights, masked]), words, titles=["without a mask", "causal"])

# %% [markdown]
# *muddy* can read only itself. *river* shares equally between two words, because neither answers its question. *bank* comes
# last and sees everything, so nothing changes for it. Masks combine with `&`: `padding_mask(tokens) & causal_mask(3)` hides both.

# %% [markdown]
# ## Exercise 2.9 · SingleHeadAttention · 3 points · 15 min · ●●○
#
# **What.** Make it a layer that learns: the three matrices become parameters.
#
# **Why.** So far the matrices were given. In a network they are found by gradient descent, like any weight.
#
# **Shapes.** `w_q`, `w_k` and `w_v` are `nn.Linear` layers from `d_model` to `d_head`, without bias: from here on $d_k = d_v$, and we call it `d_head`.
# `forward(x, mask=None)` takes `x (batch, time, d_model)` and returns the output `(batch, time, d_head)` and the weights
# `(batch, time, time)`.
#
# **By hand.** An `nn.Linear` keeps its matrix turned around: `w_q.weight` is `(d_head, d_model)`, and `w_q(x)` computes
# $x$ times its transpose. So for $W^Q$ of shape $3 × 4$ from above, `w_q.weight` is $W^{Q\,T}$, of shape $4 × 3$. The mask is passed on as it comes.


# %% exercise="SingleHeadAttention"
class SingleHeadAttention(nn.Module):
    """One head: x (batch, time, d_model) -> output (batch, time, d_head), weights (batch, time, time)."""

    def __init__(self, d_model, d_head):
        super().__init__()
        # BEGIN SOLUTION
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)
        # END SOLUTION

    def forward(self, x, mask=None):
        """Attend from every word of x to every word that the mask allows."""
        # BEGIN SOLUTION
        return scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), mask)
        # END SOLUTION


# %% check="SingleHeadAttention" points=3
check("SingleHeadAttention")

# %% [markdown] hints="SingleHeadAttention"
# `__init__` makes the three layers once; `forward` uses them on `x`, and then calls what you have written.
#
# Three times `nn.Linear(d_model, d_head, bias=False)`, kept as `self.w_q`, `self.w_k` and `self.w_v`. In `forward`, queries,
# keys and values are what they make of `x`.
#
# `return scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), mask)`: it returns output and weights already.

# %% [markdown]
# ## A head at work
#
# Now a longer sentence: *the small cat chased the grey mouse*. We give each word a vector that says only what kind of word
# it is (determiner, adjective, noun or verb), and set the head's matrices by hand to a rule of grammar: determiners,
# adjectives and verbs look for nouns, and nouns look for adjectives. Nothing here is trained; we only want to see what a
# head *can* say.

# %%
sentence = ["the", "small", "cat", "chased", "the", "grey", "mouse"]
KINDS = ["determiner", "adjective", "noun", "verb"]
kinds = torch.tensor([0, 1, 2, 3, 0, 1, 2])
LOOKS_FOR = torch.tensor([2, 2, 1, 2])  # for each kind, the kind it looks for

grammar = SingleHeadAttention(4, 4)
with torch.no_grad():
    grammar.w_q.weight.copy_(6 * F.one_hot(LOOKS_FOR, 4).T)  # w_q(x) is 6 times the kind that x looks for
    grammar.w_k.weight.copy_(torch.eye(4))
    grammar.w_v.weight.copy_(torch.eye(4))

kind_vectors = F.one_hot(kinds, 4).float()[None]  # (batch, time, d_model)
_, by_kind = grammar(kind_vectors)
attention_map(by_kind[0], sentence, title="looking for the right kind of word")

# %% [markdown]
# The kinds are right, but *small* looks at *mouse* just as much as at *cat*. A person knows that the nearer noun is meant.
# This head cannot: its vectors say what the words are, not where they stand.

# %% [markdown]
# ## Attention does not know the order
#
# Each output is a sum over all words, and a sum has no order. So if you shuffle the words, the same outputs come
# out, shuffled in the same way. Mathematicians say: self-attention is *permutation equivariant*.
#
# **Predict, then run.** A head with random weights gets the sentence in another order. Which words get another vector?

# %%
torch.manual_seed(0)
head = SingleHeadAttention(8, 5)
x_random = torch.randn(1, 7, 8)  # any vectors for the seven words
order = torch.tensor([6, 3, 1, 0, 5, 2, 4])
print("shuffled:", " ".join(sentence[i] for i in order))

straight, _ = head(x_random)
shuffled, _ = head(x_random[:, order])
print("same vector for the same word:", torch.allclose(shuffled, straight[:, order], atol=1e-6))

# %% [markdown]
# No word does. To attention without positions, *the cat chased the mouse* and *the mouse chased the cat* are one sentence.
# That is why lesson 01 added positions to the embeddings.
#
# Let us do it here. We put the positions next to the kinds (the paper adds the two; side by side the numbers are easier to
# follow), and let queries and keys compare positions too. The dot product of two positions is largest when they are the
# same and falls over the next few places, so every word now prefers what is near.

# %%
positions = sinusoidal_positions(7, 32)  # (time, 32)
placed = torch.cat([kind_vectors, positions[None]], dim=-1)  # (batch, time, 4 + 32)

nearby = SingleHeadAttention(36, 36)
with torch.no_grad():
    for layer in (nearby.w_q, nearby.w_k, nearby.w_v):
        layer.weight.copy_(torch.eye(36))
    nearby.w_q.weight[:4, :4] = 24 * F.one_hot(LOOKS_FOR, 4).T  # the rule of grammar
    nearby.w_q.weight[4:, 4:] = 4 * torch.eye(32)  # and nearness

_, by_both = nearby(placed)
attention_maps(torch.stack([by_kind[0], by_both[0]]), sentence, titles=["kinds only", "kinds and positions"])

# %% [markdown]
# *small* has found its *cat*, and *grey* its *mouse*. The second *the* still cannot decide: both nouns are two places away,
# and nearness knows no left and right. A matrix could teach it. In lesson 01 you wrote `shift_matrix`, which turns one
# position into another; a $W^Q$ that contains it asks for *the next word* instead of *a near word*.
#
# Real heads learn such patterns by themselves, though rarely so tidy. You will see learned ones in lessons 05 and 06.

# %% [markdown]
# ## One step from any word to any other
#
# In a recurrent network, news of the first word reaches the last one through every word in between; lesson 01 measured
# what is left of it. In attention every word reads from every other directly. The picture shows the way from the first of
# eight words to the last: seven steps on the left, one on the right.

# %%
figure, axes = plt.subplots(1, 2, figsize=(6.8, 1.5), dpi=90)
bold, faint = {"color": "#D55E00", "lw": 2}, {"color": "0.75", "lw": 1}
for axis, title in zip(axes, ("recurrent: 7 steps", "attention: 1 step")):
    axis.plot(range(8), [0] * 8, "o", color="0.4", markersize=8)
    axis.set(title=title, xlim=(-0.6, 7.6), ylim=(-0.4, 1.7))
    axis.axis("off")
for i in reversed(range(7)):
    axes[0].annotate("", (i + 0.85, 0), (i + 0.15, 0), arrowprops={"arrowstyle": "->", **bold})
    bend = {"arrowstyle": "->", "connectionstyle": "arc3,rad=-0.25", **(faint if i else bold)}
    axes[1].annotate("", (7, 0.15), (i, 0.15), arrowprops=bend)
plt.show()

# %% [markdown]
# Table 1 of the paper (section 4) puts it so, for $n$ words of width $d$ and a convolution of width $k$:
#
# | layer | work | steps one after the other | longest path |
# |---|---|---|---|
# | self-attention | $O(n^2 \cdot d)$ | $O(1)$ | $O(1)$ |
# | recurrent | $O(n \cdot d^2)$ | $O(n)$ | $O(n)$ |
# | convolutional | $O(k \cdot n \cdot d^2)$ | $O(1)$ | $O(\log_k n)$, dilated |
#
# The price is in the first column: $n^2$ pairs of words. With $n = 30$ words of width $d = 512$, $n^2 d$ is about half a million
# and $n d^2$ about eight million, so attention is the cheaper one. It stays so until a text is longer than its vectors are
# wide. Beyond that the square begins to hurt, which is why long contexts are costly to this day.

# %% [markdown]
# ## What you can do now
#
# You can write scaled dot-product attention from its formula, say why each part is there, hide what must not be seen, and
# check any of it by hand on three words. You have seen what a head can express, and what it cannot know without positions.
#
# `project_qkv`, `attention_scores`, `scale_scores`, `attention_weights`, `weighted_sum`: project, compare, scale, share,
# average. With learned matrices that is a head, and the Transformer is many of them.

# %% [markdown] quiz=true
# A head has $d_k = 64$. Which scores does its softmax see if you forget to scale?
# - Scores with a standard deviation of about 8 | Right: $\sqrt{64} = 8$. Most weights are then nearly 0 or nearly 1, and little gradient passes.
# - Scores with a standard deviation of about 64 | 64 is the variance; its root is the standard deviation.
# - Scores with a standard deviation of about 1 | That is what they have after scaling.
#
# You set the weights of forbidden keys to 0 after the softmax. What is wrong?
# - The weights no longer sum to one | Right: the forbidden keys took part in the softmax, and their shares are lost. Through them they still influence the output.
# - Nothing, 0 is 0 | The allowed keys got too little: compare with the softmax over the allowed scores alone.
# - The result is NaN | No NaN appears, which makes this mistake so hard to notice.
#
# You shuffle the words of a sentence and put them through a head, without positions and without a mask. What happens?
# - The same output vectors come out, shuffled alike | Right: attention sums over the words, and a sum has no order.
# - The outputs do not change at all | Each output belongs to its query, so it moves with its word.
# - Every vector changes | Only the order does. With positions added, every vector would indeed change.

# %% [markdown]
# **Next.** [03 · Multi-head attention](../03_multi_head_attention/03_multi_head_attention.ipynb): one head has one set of
# weights for each word, so it can look for one thing at a time. Several heads, side by side, can look for several.
