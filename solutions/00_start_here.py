# %% [markdown]
# # 00 · Start here
#
# In this course you write the Transformer yourself: first its embeddings, then one head of attention, then several, then
# the whole encoder-decoder of *Attention Is All You Need* (Vaswani et al., 2017). At the end your own code translates.
#
# After each piece you are told at once whether it is right and, if not, what went wrong. This first lesson shows how that
# works, on the three tensor moves that everything else rests on. It takes about half an hour.

# %%
import math

import torch
from torch import nn
from torch.nn import functional as F

from utils import check, hint, progress, solution

torch.set_num_threads(1)  # small tensors are faster on one thread
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)

# %% [markdown]
# ## How an exercise works
#
# 1. Read what is wanted, and the small example worked out by hand.
# 2. Put your code in place of `raise NotImplementedError`, and run the cell (Shift+Enter).
# 3. Run the check below it. A card says what holds and what does not yet, what was expected and what came.
# 4. Stuck? Three hints are folded under each exercise. Open one at a time: *where to look*, *what to compute*,
#    *nearly the code*. `hint("softmax")` shows the next of them, and after an honest attempt `solution("softmax")` shows the
#    course's answer. Neither costs a point.
#
# A check runs your code in a process of its own, on fresh random inputs, for ten seconds at most. An endless loop or a
# crash in your answer cannot hurt this notebook. Any correct style passes: loops where they are allowed, `einsum`, one
# line or ten.
#
# Unless it says otherwise, an answer works in float32 and float64, lets gradients through, and leaves what it is given
# unchanged: `x = x + 1` makes a new tensor, `x += 1` would change the caller's.
#
# What you pass is remembered outside the notebook: `progress()` in a cell, or `course progress` in a terminal, shows it,
# and `my_transformer/` keeps the source of every piece that passed, for the lessons that build on it.
#
# Each exercise stands alone. If you skip one, later ones are checked with the course's correct version of it.

# %% [markdown]
# ## Shapes
#
# A tensor is a box of numbers, and its *shape* says how many there are along each side. We write shapes as words:
# `(batch, time, dim)` is several sentences, each of several words, each word a vector of `dim` numbers.
# Most mistakes in a Transformer are mistakes of shape, so before you run a line, say its shape aloud.

# %%
x = torch.randn(2, 3, 4)  # (batch, time, dim)
print(x.shape, x[0].shape, x[:, -1].shape)  # everything, one sentence, every sentence's last word

# %% [markdown]
# ## Exercise 0.1 · pairwise_dot · 1 point · 5 min · ●○○
#
# **What.** Given `n` vectors in `x` and `m` vectors in `y`, compute all `n × m` dot products at once, with no Python loop.
#
# **Why.** Attention asks of every pair of words: how well do these two fit? The dot product is its answer, and one
# matrix product gives it for all pairs.
#
# **Shapes.** `(..., n, d), (..., m, d) -> (..., n, m)`. The dots mean: any number of leading sides, treated alike.
#
# **By hand.** With $x_1 = (1, 2)$, $x_2 = (0, 1)$ and $y_1 = (3, 1)$:
# $x_1 \cdot y_1 = 1·3 + 2·1 = 5$ and $x_2 \cdot y_1 = 0·3 + 1·1 = 1$, so the result is the $2 × 1$ matrix
# $\begin{pmatrix} 5 \\ 1 \end{pmatrix}$.


# %% exercise="pairwise_dot"
def pairwise_dot(x, y):
    """Dot product of every vector in x with every vector in y: (..., n, d), (..., m, d) -> (..., n, m)."""
    # BEGIN SOLUTION
    return x @ y.transpose(-2, -1)  # (..., n, d) @ (..., d, m)
    # END SOLUTION


# %% check="pairwise_dot" points=1
check("pairwise_dot")

# %% [markdown] hints="pairwise_dot"
# In a matrix product `a @ b`, entry [i, j] is the dot product of row i of `a` with *column* j of `b`.
#
# Your vectors are the rows of `y`. Turn its last two sides around, so that they become columns; leave the sides before
# them alone.
#
# `y.transpose(-2, -1)` has shape `(..., d, m)`. Multiply `x` by it with `@`.

# %% [markdown]
# ## Exercise 0.2 · softmax · 2 points · 10 min · ●●○
#
# **What.** Turn any numbers into positive shares that sum to one:
#
# $$\mathrm{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}$$
#
# **Why.** Attention turns scores into shares: this word gets 70% of my attention, that one 30%.
#
# **Shapes.** The same shape goes in and comes out; the shares sum to one along `dim`. The argument `dim` is torch's name for *which
# side*, and -1 is the last; it has nothing to do with the `dim` of `(batch, time, dim)`.
#
# **By hand.** For $x = (0, \ln 3)$ we have $e^x = (1, 3)$ and the sum is 4, so the shares are $(¼, ¾)$.
#
# Two things make it robust. Adding one number to all of `x` changes nothing (it cancels), so subtract the maximum first:
# then $e^{1000}$ never happens. And an entry of $-\infty$ means *not allowed* and gets exactly 0; where nothing at all is
# allowed, return zeros, not NaN. You may use `torch.exp`, `sum`, `max` and the like, but not torch's own softmax.


# %% exercise="softmax"
def softmax(x, dim=-1):
    """Positive shares along dim that sum to one; -inf gives 0, a slice of -inf only gives zeros. Same shape as x."""
    # BEGIN SOLUTION
    largest = x.amax(dim=dim, keepdim=True).detach()
    largest = largest.masked_fill(largest == -torch.inf, 0.0)  # -inf - -inf would be NaN
    exponentials = torch.exp(x - largest)
    total = exponentials.sum(dim=dim, keepdim=True)
    return exponentials / total.masked_fill(total == 0, 1.0)
    # END SOLUTION


# %% check="softmax" points=2
check("softmax")

# %% [markdown] hints="softmax"
# Work along `dim` only, and keep that side (`keepdim=True`), so that the results still line up with `x`.
#
# Subtract the maximum along `dim`, exponentiate, divide by the sum along `dim`. For a slice of $-\infty$ only, the
# maximum is $-\infty$ too, and $-\infty - (-\infty)$ is NaN: put 0 in place of that maximum, and 1 in place of a sum of 0.
#
# `m = x.amax(dim, keepdim=True)`, then `m = m.masked_fill(m == -torch.inf, 0)`, `e = torch.exp(x - m)`,
# `s = e.sum(dim, keepdim=True)`; return `e / s`, with the zeros in `s` filled in the same way.

# %%
softmax(torch.tensor([2.0, 1.0, 0.0, -torch.inf]))

# %% [markdown]
# ## Exercise 0.3 · masked_mean · 2 points · 10 min · ●●○
#
# **What.** Average the words of each sentence, but only the real ones.
#
# **Why.** Sentences in a batch have different lengths, so the short ones are padded to the longest. Whatever number stands
# in the padding must not count. You will meet this care in every mask of the course.
#
# **Shapes.** `x` is `(batch, time, dim)`, `mask` is `(batch, time)` and boolean: True for a real word. The result is
# `(batch, dim)`. A sentence without any real word gives zeros.
#
# **By hand.** Words $(2, 0), (4, 2), (9, 9)$ with mask (True, True, False): the mean is
# $\frac{(2, 0) + (4, 2)}{2} = (3, 1)$. Divide by 2, the number of real words, not by 3.


# %% exercise="masked_mean"
def masked_mean(x, mask):
    """Mean over time where mask is True: (batch, time, dim), (batch, time) bool -> (batch, dim); an empty row gives 0."""
    # BEGIN SOLUTION
    kept = mask.unsqueeze(-1).to(x.dtype)  # (batch, time, 1)
    return (x * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1)
    # END SOLUTION


# %% check="masked_mean" points=2
check("masked_mean")

# %% [markdown] hints="masked_mean"
# `mask` has one side fewer than `x`. Give it a side of length 1 at the end, and it lines up with every number of a word.
#
# Sum the words where the mask is True, and divide by how many there are. In an empty row that number is 0: divide by 1
# there.
#
# `m = mask.unsqueeze(-1).to(x.dtype)`; the sum is `(x * m).sum(dim=1)`, the count `m.sum(dim=1)`, and `.clamp(min=1)`
# keeps it from being 0.

# %% [markdown]
# ## What you can do now
#
# You can compare all pairs of vectors (`pairwise_dot`), turn scores into shares (`softmax`) and average only what is real
# (`masked_mean`). Put together in this order, they are attention: compare, share, average. The rest of the course is
# about why that is enough, and how to do it well.

# %%
progress()

# %% [markdown] quiz=true
# `x` has shape (2, 5, 8) and `y` has shape (2, 3, 8). What is the shape of `pairwise_dot(x, y)`?
# - (2, 5, 3) | Right: in each of the 2 batch entries, 5 vectors meet 3 vectors.
# - (2, 8, 8) | That would be `x.transpose(-2, -1) @ y`, a sum over the words; it is not even possible here, because 5 is not 3.
# - (5, 3) | The leading side of 2 is kept: each batch entry is treated on its own.
#
# What does softmax do to $(5, 5, 5, 5)$?
# - (¼, ¼, ¼, ¼) | Right: only differences matter, and there are none. $(0, 0, 0, 0)$ gives the same.
# - (1, 1, 1, 1) | Shares must sum to one.
# - It overflows | $e^5$ is about 148: no danger. At 1000 there would be, without subtracting the maximum.
#
# A sentence of 3 words is padded to 5. What happens if you take `x.mean(dim=1)`?
# - The padding pulls the mean its way | Right: two vectors that mean nothing are averaged in, and you divide by 5.
# - Nothing, the padding is zero | Even where it is zero you divide by 5, so the mean is too small; and after a layer or two it is not zero.
# - It raises an error | It runs without complaint. That is why masks deserve checks.

# %% [markdown]
# **Next.** [01 · Embeddings](../01_embeddings/01_embeddings.ipynb): why the networks before the Transformer forgot, and
# how text becomes vectors that know their place.
