# %% [markdown]
# # 03 · Multi-head attention
#
# One head asks one question. *The dog bit the man*: the verb wants to know who bit **and** who was bitten, and an average
# of the two answers is no answer. So the Transformer runs several small heads side by side, each with a question of its own.
#
# In this lesson you cut a vector into heads, attend in all of them at once, and put them together again. Then you prove
# that nothing new has happened: your layer *is* several of lesson 02's heads. At the end it takes over the weights of
# torch's own layer and gives the same outputs. It takes about an hour and a half.

# %%
import math

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.nn import functional as F

from utils import bring, check, hint, progress, solution
from utils.showing.attention import attention_map, attention_maps
from utils.showing.style import COLOURS, use_course_style

torch.set_num_threads(1)
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

attention_scores, scale_scores, attention_weights = bring("attention_scores", "scale_scores", "attention_weights")
weighted_sum, causal_mask, SingleHeadAttention = bring("weighted_sum", "causal_mask", "SingleHeadAttention")
sinusoidal_positions, shift_matrix = bring("sinusoidal_positions", "shift_matrix")

# %% [markdown]
# ## One average is not two answers
#
# Give *dog* the value $(1, 0)$ and *man* the value $(0, 1)$. The verb *bit* attends to both, half and half, because it needs
# both. What it gets is a row of weights times the values.
#
# **Predict, then run.** Does *bit* get the same vector in *dog bit man* and in *man bit dog*?

# %%
dog, man = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
half = torch.tensor([0.5, 0.5])
for before, after in ((dog, man), (man, dog)):
    print("one head:", half @ torch.stack([before, after]), "  two heads:", torch.cat([before, after]))

# %% [markdown]
# One head gives $(½, ½)$ both times: who bit whom is lost, and no later layer can read it out of this vector. Other shares
# would only make one answer louder and the other fainter.
#
# Two heads keep the answers apart. The first looks at the word before the verb, the second at the word after it, and their
# outputs stand **side by side**.

# %% [markdown]
# ## Each head looks in a subspace of its own
#
# Two heads need not cost twice as much. Each gets *fewer numbers* to look at: a word has `d_model` of them, and each of `n_heads`
# heads works with $d_{head} = d_{model} / n_{heads}$ (in the paper $d_k = d_v = d_{model} / h$; its sizes are
# $512 / 8 = 64$, section 3.2.2).
#
# Here are six things, each described by four numbers. The first two say what *kind* it is, the last two how *big*. We made
# them by hand. Head 0 sees the first two numbers and head 1 the last two.

# %%
things = {
    "mouse": (0.9, 0.4, 0.2, 1.0),
    "elephant": (1.0, 0.1, 1.0, 0.0),
    "scooter": (0.1, 1.0, 0.4, 0.8),
    "lorry": (0.3, 0.8, 0.8, 0.5),
    "pea": (-0.9, 0.4, -0.2, 0.9),
    "pumpkin": (-1.0, 0.1, 0.9, 0.25),
}
figure, axes = plt.subplots(1, 2, figsize=(6.6, 2.6), dpi=90)
for head, (axis, title) in enumerate(zip(axes, ("head 0 sees: kind", "head 1 sees: size"))):
    for name, numbers in things.items():
        right, up = numbers[2 * head : 2 * head + 2]
        axis.plot(right, up, "o", color=COLOURS[1] if name == "mouse" else COLOURS[0])
        axis.annotate(name, (right, up), xytext=(5, 3), textcoords="offset points")
    axis.set(title=title, xlim=(-1.3, 1.6), ylim=(-0.1, 1.3), xticks=[], yticks=[])
plt.show()

# %% [markdown]
# In the left picture *mouse* lies beside *elephant*, because both are animals. In the right one it lies beside *pea* and
# *scooter*, because all three are small. The same six vectors, but other neighbours, so the same word attends to other words.
#
# In a Transformer nobody decides what the numbers mean. The layers `w_q`, `w_k` and `w_v` stand in front of the cut, and
# training lets them put into each piece what that head can use.

# %% [markdown]
# ## Exercise 3.1 · split_heads · 2 points · 10 min · ●●○
#
# **What.** Cut every token's vector into `n_heads` pieces of equal width, and give the heads a side of their own.
#
# **Why.** Once heads are a side of the tensor, everything from lesson 02 works on all of them at once: it takes any number
# of leading sides, and `(batch, heads)` are two of those.
#
# **Shapes.** `(batch, time, d_model) -> (batch, heads, time, d_head)` with `d_head = d_model // n_heads`. If `n_heads` does
# not divide `d_model`, raise `ValueError`.
#
# **By hand.** Two tokens of four numbers, two heads. Head 0 gets the left half of *each* token, head 1 the right half:
#
# | | token | head 0 | head 1 |
# |---|---|---|---|
# | first | (1, 2, 3, 4) | (1, 2) | (3, 4) |
# | second | (5, 6, 7, 8) | (5, 6) | (7, 8) |
#
# So from `[[1, 2, 3, 4], [5, 6, 7, 8]]` come `[[1, 2], [5, 6]]` for head 0 and `[[3, 4], [7, 8]]` for head 1.


# %% exercise="split_heads"
def split_heads(x, n_heads):
    """Cut the last side into heads: (batch, time, d_model) -> (batch, heads, time, d_head)."""
    # BEGIN SOLUTION
    batch, time, d_model = x.shape
    if d_model % n_heads:
        raise ValueError(f"d_model {d_model} cannot be cut into {n_heads} equal heads")
    return x.reshape(batch, time, n_heads, d_model // n_heads).transpose(1, 2)
    # END SOLUTION


# %% check="split_heads" points=2
check("split_heads")

# %% [markdown] hints="split_heads"
# The numbers of one head lie next to each other inside a token's vector. So the last side becomes two sides, and then
# the heads have to move in front of the tokens.
#
# First `(batch, time, d_model)` becomes `(batch, time, heads, d_head)`: nothing moves, the last side is only read as two.
# Then exchange time and heads. Test before all this whether `d_model % n_heads` is 0.
#
# `x.reshape(batch, time, n_heads, d_model // n_heads)`, and then `.transpose(1, 2)`. The sizes come from `x.shape`.

# %% [markdown]
# **Help: the shape is right, but the check says the numbers are not.** You have probably asked `reshape` for the final
# shape at once. `reshape` only reads the numbers in their order in memory, token after token. Watch what it hands to head 0:

# %%
tokens = torch.tensor([[[1, 2, 3, 4], [5, 6, 7, 8]]])
print("reshape at once, head 0:", tokens.reshape(1, 2, 2, 2)[0, 0].tolist())
print("yours,           head 0:", split_heads(tokens, 2)[0, 0].tolist())

# %% [markdown]
# On top, head 0 holds the whole first token, cut in two, and nothing of the second. Its "two tokens" are two halves of one.
# Nothing raises an error, and training still makes the loss fall, so this mistake can live for a long time.

# %% [markdown]
# ## Exercise 3.2 · merge_heads · 1 point · 5 min · ●○○
#
# **What.** The way back: put every token's heads side by side again.
#
# **Why.** It is the *Concat* of the paper's formula. After it, a token is one vector of `d_model` numbers, as before.
#
# **Shapes.** `(batch, heads, time, d_head) -> (batch, time, d_model)` with `d_model = heads * d_head`.
#
# **By hand.** Head 0 holds $(1, 2)$ and $(5, 6)$, head 1 holds $(3, 4)$ and $(7, 8)$. The first token is head 0's first
# followed by head 1's first: $(1, 2, 3, 4)$. The second is $(5, 6, 7, 8)$.


# %% exercise="merge_heads"
def merge_heads(x):
    """Put the heads side by side again: (batch, heads, time, d_head) -> (batch, time, d_model)."""
    # BEGIN SOLUTION
    batch, heads, time, d_head = x.shape
    return x.transpose(1, 2).reshape(batch, time, heads * d_head)
    # END SOLUTION


# %% check="merge_heads" points=1
check("merge_heads")

# %% [markdown] hints="merge_heads"
# Undo the two steps of `split_heads`, the last one first.
#
# Exchange heads and time, so that a token's heads stand next to each other. Then read the last two sides as one.
#
# `x.transpose(1, 2)` is `(batch, time, heads, d_head)`. Then `.reshape(batch, time, heads * d_head)`.

# %% [markdown]
# **Help: I get `view size is not compatible with input tensor's size and stride`.** `transpose` moves no numbers; it only
# notes that they are to be read in another order. `view` cannot join two sides that do not follow each other in memory.
# `reshape` copies where it must.

# %% [markdown]
# ## Exercise 3.3 · MultiHeadAttention · 4 points · 25 min · ●●●
#
# **What.** The layer itself (section 3.2.2):
#
# $$\mathrm{MultiHead}(Q, K, V) = \mathrm{Concat}(\mathrm{head}_1, \dots, \mathrm{head}_h)\, W^O$$
#
# $$\mathrm{head}_i = \mathrm{Attention}(Q W_i^Q, K W_i^K, V W_i^V)$$
#
# **Why.** Every Transformer layer is built around it: the encoder's, the decoder's, BERT's and GPT's.
#
# In code the $h$ matrices $W_i^Q$ are kept as *one* layer, `w_q`, so the whole of it is five steps:
#
# | | step | shape |
# |---|---|---|
# | 1 | project with `w_q`, `w_k`, `w_v` | `(batch, queries, d_model)`, `(batch, keys, d_model)` twice |
# | 2 | cut into heads | `(batch, heads, queries, d_head)`, … |
# | 3 | score, scale, mask, softmax, as in lesson 02 | `(batch, heads, queries, keys)` |
# | 4 | dropout on these weights, then the weighted sum of the values | `(batch, heads, queries, d_head)` |
# | 5 | merge the heads, project with `w_o` | `(batch, queries, d_model)` |

# %% [markdown]
# Four things to settle before you write it:
#
# - **Three inputs.** `forward(query, key, value, mask=None)`. In self-attention all three are the same sentence. In lesson
#   04 the queries come from the decoder and the keys and values from the encoder, so their lengths differ.
# - **The layers.** `w_q`, `w_k`, `w_v` and `w_o` are `nn.Linear(d_model, d_model)`, with bias: the formula has none, torch's
#   layer and BERT do, and in exercise 3.5 you load torch's. Raise `ValueError` in
#   `__init__` if `n_heads` does not divide `d_model`. Keep `n_heads` as `self.n_heads`; exercise 3.4 reads it.
# - **The mask** is True where a query may look. It is `(queries, keys)`, or has the batch in front: `(batch or 1, queries or
#   1, keys)`. The scores are `(batch, heads, queries, keys)`. A batch of masks must not be taken for a mask of each head.
# - **Dropout** falls on the attention weights, in training only. Keep the weights *before* dropout as `self.weights`, so
#   that we can look at them. (The paper's text speaks of dropout on the output of a sub-layer, section 5.4, which you meet
#   in lesson 04; dropout on the weights is what its published code and torch's layer do besides.)
#
# **By hand.** $d_{model} = 2$ and two heads, so each head has one number and the scale is $\sqrt{1} = 1$. All four layers
# leave vectors as they are. The query is $(1, 1)$, the keys are $(\ln 3, 0)$ and $(0, \ln 3)$, the values $(4, 8)$ and $(0, 0)$.
#
# | | scores | weights | values | result |
# |---|---|---|---|---|
# | head 0 | $\ln 3,\ 0$ | ¾, ¼ | 4, 0 | ¾ · 4 = **3** |
# | head 1 | $0,\ \ln 3$ | ¼, ¾ | 8, 0 | ¼ · 8 = **2** |
#
# Side by side: $(3, 2)$. A single head would give both numbers the same weights, ½ and ½ here, and so $(2, 4)$.


# %% exercise="MultiHeadAttention"
class MultiHeadAttention(nn.Module):
    """n_heads attentions side by side; forward (query, key, value, mask=None) -> (batch, queries, d_model)."""

    def __init__(self, d_model, n_heads, dropout=0.0):
        """Linear layers w_q, w_k, w_v, w_o, each d_model -> d_model; ValueError where n_heads does not divide d_model."""
        super().__init__()
        # BEGIN SOLUTION
        if d_model % n_heads:
            raise ValueError(f"d_model {d_model} cannot be cut into {n_heads} equal heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)
        # END SOLUTION

    def forward(self, query, key, value, mask=None):
        """(batch, queries, d_model), twice (batch, keys, d_model) -> (batch, queries, d_model); keeps self.weights."""
        # BEGIN SOLUTION
        q = split_heads(self.w_q(query), self.n_heads)  # (batch, heads, queries, d_head)
        k = split_heads(self.w_k(key), self.n_heads)  # (batch, heads, keys, d_head)
        v = split_heads(self.w_v(value), self.n_heads)
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)  # (batch, 1, queries, keys): the same for every head
        scores = scale_scores(attention_scores(q, k), q.shape[-1])  # (batch, heads, queries, keys)
        self.weights = attention_weights(scores, mask)
        heads = weighted_sum(self.dropout(self.weights), v)  # (batch, heads, queries, d_head)
        return self.w_o(merge_heads(heads))
        # END SOLUTION


# %% check="MultiHeadAttention" points=4
check("MultiHeadAttention")

# %% [markdown] hints="MultiHeadAttention"
# You have every piece: `split_heads` and `merge_heads` from above, and `attention_scores`, `scale_scores`,
# `attention_weights` and `weighted_sum` from lesson 02, which work for any leading sides. The new work is to put them in
# order and to give a mask of three sides a fourth.
#
# `q`, `k` and `v` are the split projections. The scale is that of a head: `q.shape[-1]`, not `d_model`. A mask
# `(batch, queries, keys)` becomes `(batch, 1, queries, keys)`; a mask `(queries, keys)` already lines up with the last two
# sides. Keep the weights, then drop some, then sum the values, merge, and send the result through `w_o`.
#
# `scores = scale_scores(attention_scores(q, k), q.shape[-1])`. If `mask is not None and mask.dim() == 3`, then
# `mask = mask.unsqueeze(1)`. Next `self.weights = attention_weights(scores, mask)`, and last
# `self.w_o(merge_heads(weighted_sum(self.dropout(self.weights), v)))`, where `self.dropout = nn.Dropout(dropout)`.

# %% [markdown]
# **Help: I get `The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1`** (or with 2 and 3
# exchanged). Sides line up from the right. A mask `(3, 4, 5)` against scores `(3, 2, 4, 5)` puts the mask's batch under the heads: 3 against 2. With
# as many heads as sentences there would be no error at all, and each *head* would get the mask of another *sentence*.

# %% [markdown]
# The example by hand, through your layer:

# %%
small = MultiHeadAttention(d_model=2, n_heads=2)
with torch.no_grad():
    for linear in (small.w_q, small.w_k, small.w_v, small.w_o):
        linear.weight.copy_(torch.eye(2))
        linear.bias.zero_()
    keys, values = torch.tensor([[[math.log(3), 0.0], [0.0, math.log(3)]]]), torch.tensor([[[4.0, 8.0], [0.0, 0.0]]])
    print("output", small(torch.ones(1, 1, 2), keys, values).flatten())
print("weights of head 0", small.weights[0, 0, 0].detach(), "and of head 1", small.weights[0, 1, 0].detach())

# %% [markdown]
# ## Four heads on one sentence
#
# What can heads express? We set four of them by hand, on *the dog bit the man*. A word's 16 numbers say where it stands
# (the sine and cosine of lesson 01), which word it is, and whether it is a noun or a verb. Row by row the weight of a
# `Linear` makes its outputs, so **head $i$ owns $d_{head}$ neighbouring rows** of `w_q.weight` and of `w_k.weight`, and we
# can give each its own question:
#
# | head | asks | by |
# |---|---|---|
# | 0 | which word stands before me? | `shift_matrix(-1, 4)` on the position |
# | 1 | which word stands after me? | `shift_matrix(1, 4)` on the position |
# | 2 | nouns look for verbs, verbs for nouns | exchanging noun and verb |
# | 3 | where does this very word stand? | comparing the word itself |

# %%
sentence = ["the", "dog", "bit", "the", "man"]
PLACE, WORD, KIND = slice(0, 4), slice(4, 8), slice(8, 10)  # which of the 16 numbers say what
x = torch.zeros(1, 5, 16)
x[0, :, PLACE] = sinusoidal_positions(5, 4)
x[0, :, WORD] = F.one_hot(torch.tensor([0, 1, 2, 0, 3]), 4).float()
x[0, :, KIND] = torch.tensor([[0, 0], [1, 0], [0, 1], [0, 0], [1, 0]]).float()  # noun, verb

four = MultiHeadAttention(d_model=16, n_heads=4)
with torch.no_grad():
    for parameter in four.parameters():
        parameter.zero_()
    w_q, w_k = four.w_q.weight, four.w_k.weight  # (16, 16); rows 0 to 3 are head 0's, rows 4 to 7 head 1's, and so on
    w_q[0:4, PLACE], w_k[0:4, PLACE] = 12 * shift_matrix(-1, 4), torch.eye(4)
    w_q[4:8, PLACE], w_k[4:8, PLACE] = 12 * shift_matrix(1, 4), torch.eye(4)
    w_q[8:10, KIND], w_k[8:10, KIND] = 12 * torch.tensor([[0.0, 1.0], [1.0, 0.0]]), torch.eye(2)
    w_q[12:16, WORD], w_k[12:16, WORD] = 12 * torch.eye(4), torch.eye(4)

four(x, x, x)
questions = ["head 0 · before me", "head 1 · after me", "head 2 · nouns and verbs", "head 3 · the same word"]
attention_maps(four.weights[0], sentence, titles=questions)

# %% [markdown]
# Read the rows of *bit*: head 0 looks at *dog*, head 1 at the second *the*, head 2 at both nouns. Each row sums to one, in
# each head. *the* is neither noun nor verb, so in head 2 all its scores are 0 and it looks at everything alike.
#
# In head 3 a word that stands once finds only itself, and each *the* shares between both.
#
# The first word has none before it, so head 0 makes do with the nearest place there is, its own. The 0.17 that it spends on
# *man* has a reason too: with four numbers a place is little more than a clock hand, which comes round after $2π$, about 6, words.
#
# Now the same four questions with a causal mask. One mask of shape `(queries, keys)` serves all heads.

# %%
four(x, x, x, causal_mask(5))
attention_maps(four.weights[0], sentence, titles=questions)

# %% [markdown]
# Every triangle above the diagonal is empty. Head 1, which asks for the word *after* it, cannot be answered any more and
# takes what it is left with. A head is only as good as what it is allowed to see.

# %% [markdown]
# ## What one head cannot learn
#
# *Dog bit man* was an argument. Here is the experiment. Six vectors carry four random numbers each. One of them is marked
# *a*, another *b*. A query must bring back both contents, side by side: eight numbers. All layers below have `d_model` 8,
# so they learn equally many numbers; only `n_heads` differs.
#
# If one head gave *a* and *b* fixed shares $\alpha$ and $\beta$, all that comes back would be $\alpha a + \beta b$. The best guess from it
# explains $\alpha^2 / (\alpha^2 + \beta^2)$ of what varies in $a$ and $\beta^2 / (\alpha^2 + \beta^2)$ of what varies in $b$: together 1 of 2, whatever the
# shares. Half is lost, a squared error of 0.5 per number.
#
# **Predict, then run.** Where will the curve of one head end, and where that of two?


# %%
def two_questions(batch):
    """A query (batch, 1, 8), six marked vectors (batch, 6, 8), and what stands at marks a and b (batch, 8)."""
    rows, places = torch.arange(batch), torch.rand(batch, 6).argsort(dim=1)  # a is at places[:, 0], b at places[:, 1]
    content, marks = torch.randn(batch, 6, 4), torch.zeros(batch, 6, 4)
    marks[rows, places[:, 0], 0] = 1.0
    marks[rows, places[:, 1], 1] = 1.0
    query = torch.eye(8)[7].expand(batch, 1, 8)
    answer = torch.cat([content[rows, places[:, 0]], content[rows, places[:, 1]]], dim=-1)
    return query, torch.cat([content, marks], dim=-1), answer


def learn(n_heads, steps=300):
    """Train one attention layer; the loss at every step."""
    torch.manual_seed(0)
    attention = MultiHeadAttention(8, n_heads)
    optimizer = torch.optim.Adam(attention.parameters(), lr=0.02)
    losses = []
    for _ in range(steps):
        query, vectors, answer = two_questions(64)
        loss = F.mse_loss(attention(query, vectors, vectors)[:, 0], answer)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return attention, losses


learned = {n_heads: learn(n_heads) for n_heads in (1, 2)}
figure, axis = plt.subplots(figsize=(5.2, 2.6), dpi=90)
for n_heads, (_, losses) in learned.items():
    axis.plot(losses, label=f"{n_heads} head{'s' if n_heads > 1 else ''}, width {8 // n_heads}")
axis.axhline(0.5, color="grey", linestyle=":", linewidth=1)
axis.text(300, 0.52, "fixed shares", ha="right", color="grey")
axis.set(xlabel="training step", ylabel="squared error", ylim=(0, 1.1))
axis.legend()
plt.show()

# %% [markdown]
# The picture: both curves start at 1, which is what guessing zero costs. With two heads the error falls to nearly 0 within about
# a hundred steps. With one head it hangs between 0.3 and 0.5. (It gets below 0.5 because its shares may depend on the
# contents; that helps a little and solves nothing.)
#
# Here are the weights of the query in one example, from both trained layers.

# %%
torch.manual_seed(1)
query, vectors, _ = two_questions(1)
names = ["a" if mark[0] else "b" if mark[1] else "·" for mark in vectors[0, :, 4:]]
for attention, _ in learned.values():
    attention(query, vectors, vectors)
(one, _), (two, _) = learned.values()
shares = torch.cat([one.weights[0, :, 0], two.weights[0, :, 0]])
attention_map(shares, ["one head", "two heads: head 0", "two heads: head 1"], names)

# %% [markdown]
# The two heads have shared the work: one looks mostly at *a*, the other mostly at *b*. Nobody told them to. They need not even
# be pure, because `w_o` sees both: two different mixtures of two contents can be unmixed, one mixture cannot.

# %% [markdown]
# ## Exercise 3.4 · single_head_matrices · 2 points · 15 min · ●●○
#
# **What.** Take one head out of the layer: its matrices $W_i^Q$, $W_i^K$ and $W_i^V$.
#
# **Why.** The formula speaks of $h$ small matrices, the code has one large one. You show that they are the same thing, and
# after that you need not take anybody's word for it.
#
# **Shapes.** Three matrices, each `(d_model, d_head)`, such that `x @ W_q` is what head `head` gets to see of `w_q(x)`,
# apart from the bias. Heads count from 0; `attention.n_heads` says how many there are.
#
# **By hand.** `nn.Linear` computes $x$ times the *transpose* of its weight: what comes out at place $i$ is made by **row**
# $i$. If `w_q.weight` is $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ and there are two heads of width 1, head 0 owns the
# row $(1, 2)$. For $x = (1, 1)$ it sees $1·1 + 1·2 = 3$, so its matrix is $W^Q = \begin{pmatrix} 1 \\ 2 \end{pmatrix}$.


# %% exercise="single_head_matrices"
def single_head_matrices(attention, head):
    """W_q, W_k, W_v of one head of a MultiHeadAttention, each (d_model, d_head), so that q = x @ W_q."""
    # BEGIN SOLUTION
    d_head = attention.w_q.weight.shape[0] // attention.n_heads
    rows = slice(head * d_head, (head + 1) * d_head)  # a Linear keeps one row for each number that it puts out
    return tuple(linear.weight[rows].T for linear in (attention.w_q, attention.w_k, attention.w_v))
    # END SOLUTION


# %% check="single_head_matrices" points=2
check("single_head_matrices")

# %% [markdown] hints="single_head_matrices"
# Look at `attention.w_q.weight`: `(d_model, d_model)`, one row for each number that comes out. Which of those numbers does
# `split_heads` give to head 0? Which to head 1?
#
# Head `head` owns the rows from `head * d_head` up to, not including, `(head + 1) * d_head`. Cut them out of the weights of
# `w_q`, `w_k` and `w_v`, and transpose each piece.
#
# `rows = slice(head * d_head, (head + 1) * d_head)` with `d_head = attention.w_q.weight.shape[0] // attention.n_heads`;
# then `attention.w_q.weight[rows].T`, and the same for the other two.

# %% [markdown]
# **The proof.** Make a layer with random weights and zero biases. Give each head's matrices to one `SingleHeadAttention` of
# lesson 02, put the outputs side by side, and multiply by $W^O$.

# %%
torch.manual_seed(0)
many = MultiHeadAttention(d_model=12, n_heads=3)
x = torch.randn(2, 5, 12)
with torch.no_grad():
    for linear in (many.w_q, many.w_k, many.w_v, many.w_o):
        linear.bias.zero_()
    outputs = []
    for head in range(3):
        single = SingleHeadAttention(d_model=12, d_head=4)
        for linear, matrix in zip((single.w_q, single.w_k, single.w_v), single_head_matrices(many, head)):
            linear.weight.copy_(matrix.T)  # a Linear keeps its matrix turned around
        output, weights = single(x, causal_mask(5))
        outputs.append(output)
    side_by_side = torch.cat(outputs, dim=-1) @ many.w_o.weight.T
    difference = (side_by_side - many(x, x, x, causal_mask(5))).abs().max().item()
print("largest difference below 1e-6:", difference < 1e-6)

# %% [markdown]
# So multi-head attention is several single heads, and nothing else. Cutting one large matrix only lets the computer do all
# heads in one product.

# %% [markdown]
# ## Exercise 3.5 · load_torch_attention · 2 points · 15 min · ●●○
#
# **What.** Copy the weights and biases of an `nn.MultiheadAttention` into your layer.
#
# **Why.** If the same numbers give the same outputs, your layer computes what torch's does. In lesson 06 you load a
# published BERT in the same way.
#
# **Shapes.** Torch keeps the three input matrices in one, on top of each other, and so with their biases:
#
# | in torch's layer | shape | holds |
# |---|---|---|
# | `in_proj_weight` | `(3 * d_model, d_model)` | the weights of query, key, value, from top to bottom |
# | `in_proj_bias` | `(3 * d_model,)` | their biases, in the same order |
# | `out_proj.weight`, `out_proj.bias` | as in your `w_o` | the output layer, a `Linear` |
#
# **By hand.** With $d_{model} = 1$ and `in_proj_weight` $= (2, 3, 5)^T$, `w_q.weight` becomes $(2)$, `w_k.weight` becomes
# $(3)$ and `w_v.weight` becomes $(5)$.
#
# Copy the *numbers*. If your layer only looks into torch's memory, training one moves the other.


# %% exercise="load_torch_attention"
def load_torch_attention(attention, torch_attention):
    """Copy the weights and biases of an nn.MultiheadAttention of the same size into a MultiHeadAttention."""
    # BEGIN SOLUTION
    with torch.no_grad():
        weights = torch_attention.in_proj_weight.chunk(3)  # query, key, value: stacked on top of each other
        biases = torch_attention.in_proj_bias.chunk(3)
        for linear, weight, bias in zip((attention.w_q, attention.w_k, attention.w_v), weights, biases):
            linear.weight.copy_(weight)
            linear.bias.copy_(bias)
        attention.w_o.weight.copy_(torch_attention.out_proj.weight)
        attention.w_o.bias.copy_(torch_attention.out_proj.bias)
    # END SOLUTION


# %% check="load_torch_attention" points=2
check("load_torch_attention")

# %% [markdown] hints="load_torch_attention"
# Cut `in_proj_weight` and `in_proj_bias` into three equal parts along their first side. The output layer needs no cutting.
#
# Eight tensors have to be copied: weight and bias of each of `w_q`, `w_k`, `w_v` and `w_o`. Nothing is transposed: both
# layers keep their matrices as `nn.Linear` does. Write inside `with torch.no_grad():`.
#
# `torch_attention.in_proj_weight.chunk(3)` gives the three weights in order; `attention.w_q.weight.copy_(...)` copies the
# first of them. Do the same with `in_proj_bias.chunk(3)`, and with `out_proj.weight` and `out_proj.bias` for `w_o`.

# %% [markdown]
# **Help: I get `a leaf Variable that requires grad is being used in an in-place operation`.** A parameter is watched, so that
# gradients can be computed. Tell torch that this change is not part of any computation: `with torch.no_grad():`.
#
# Now compare on a sentence with padding. Mind the mask: in `nn.MultiheadAttention` True means *must not* be seen, the
# opposite of ours and of `F.scaled_dot_product_attention`.

# %%
torch.manual_seed(0)
torchs = nn.MultiheadAttention(64, 8, batch_first=True)
nn.init.normal_(torchs.in_proj_bias)  # it starts with zeros, where a forgotten bias would not show
nn.init.normal_(torchs.out_proj.bias)
mine = MultiHeadAttention(64, 8)
load_torch_attention(mine, torchs)

query, memory = torch.randn(2, 5, 64), torch.randn(2, 7, 64)
may_see = torch.tensor([[True] * 7, [True] * 4 + [False] * 3])  # (batch, keys): the second sentence has three pads
with torch.no_grad():
    expected, _ = torchs(query, memory, memory, key_padding_mask=~may_see)
    got = mine(query, memory, memory, may_see.unsqueeze(1))
print("shape", tuple(got.shape), "  largest difference below 1e-6:", (got - expected).abs().max().item() < 1e-6)

# %% [markdown]
# ## Exercise 3.6 · attention_parameters · 1 point · 5 min · ●○○
#
# **What.** How many numbers does a multi-head attention layer learn?
#
# **Why.** You should be able to say where a model's millions of parameters sit. In lesson 04 you count the whole Transformer.
#
# **Shapes.** `d_model` is a whole number, and so is the result. `n_heads` is not among the arguments; think why.
#
# **By hand.** One `nn.Linear(2, 2)` has a $2 × 2$ matrix and 2 biases: 6 numbers. The layer has four of them: 24.


# %% exercise="attention_parameters"
def attention_parameters(d_model):
    """How many numbers a MultiHeadAttention of this width learns, whatever its number of heads."""
    # BEGIN SOLUTION
    return 4 * (d_model * d_model + d_model)
    # END SOLUTION


# %% check="attention_parameters" points=1
check("attention_parameters")

# %% [markdown] hints="attention_parameters"
# Which layers does `MultiHeadAttention` have, and how many numbers does each hold?
#
# A `Linear` from `d_model` to `d_model` holds `d_model * d_model` weights and `d_model` biases. There are four of them.
#
# `linear = d_model * d_model + d_model` is one of them. How many of them does the layer have?

# %% [markdown]
# More heads are narrower heads, so the count stays. What grows is the number of attention matrices: one for each head.

# %%
print("n_heads  d_head  parameters  weights of a 10-word sentence")
for n_heads in (1, 2, 8, 32):
    layer = MultiHeadAttention(512, n_heads)
    words = torch.zeros(1, 10, 512)
    layer(words, words, words)
    count = sum(parameter.numel() for parameter in layer.parameters())
    print(f"{n_heads:7}  {512 // n_heads:6}  {count:10,}  {tuple(layer.weights.shape)}")
print("your formula:", f"{attention_parameters(512):,}")

# %% [markdown]
# How many heads are best? The paper tried it with the size of the model unchanged (table 3, rows A; English to German; BLEU on the
# development set, a score from 0 to 100 for how much a translation shares with a human one):
#
# | heads | 1 | 4 | 8 | 16 | 32 |
# |---|---|---|---|---|---|
# | width of a head | 512 | 128 | 64 | 32 | 16 |
# | BLEU | 24.9 | 25.5 | 25.8 | 25.8 | 25.4 |
#
# One head is worst: it averages questions that should be kept apart. With 32 heads each has only 16 numbers to compare by, and
# that is too few again. (The row of 8 is the paper's base model.)

# %% [markdown]
# ## What you can do now
#
# You can cut vectors into heads and put them together without mixing up tokens, write the attention layer that every Transformer
# uses, with masks and dropout in the right places, and take it apart again.
#
# And you have evidence for each claim: several heads answer questions that one head mixes up (the two curves), the layer is
# several single heads (`single_head_matrices`), it computes what torch's does (`load_torch_attention`), and more heads
# cost no more parameters (`attention_parameters`).

# %% [markdown] quiz=true
# A layer has `d_model` 512 and 8 heads. By what are the scores divided?
# - 8 | Right: each head compares vectors of 512 / 8 = 64 numbers, and $\sqrt{64} = 8$. That it equals the number of heads is chance.
# - $\sqrt{512}$, about 22.6 | The dot products run over one head's 64 numbers, not over all 512. Scores that small would make the weights too even.
# - 64 | That is the width of a head; the scale is its square root.
#
# You replace 8 heads by 16 and leave `d_model` as it is. What happens?
# - As many parameters, twice as many attention matrices | Right: each head is half as wide, and each has weights of its own.
# - Twice as many parameters | `w_q`, `w_k`, `w_v` and `w_o` stay `d_model` by `d_model`; the heads share their rows.
# - Nothing at all | Parameters stay as many, but the rows are shared out differently: each token now looks around in 16 ways.
#
# Someone writes `x.reshape(batch, n_heads, time, d_head)` in `split_heads`, without a transpose. How does it show?
# - Only in a test: changing a later token moves earlier outputs, causal mask or not | Right: a head's "tokens" are pieces of other tokens. The shapes fit and the loss still falls.
# - It raises an error | The number of elements fits, so `reshape` is content.
# - The loss does not fall | It does, often to nearly what it should be. In training the model can peek at the future; when it has to write by itself, it fails.

# %% [markdown]
# **Next.** [04 · Encoder and decoder](../04_encoder_decoder/04_encoder_decoder.ipynb): attention, a small network for each
# token, residuals and norms, stacked six times: the whole architecture, until it writes its first sentence.
