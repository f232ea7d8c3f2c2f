# %% [markdown]
# # 01 · Embeddings
#
# Two questions, about two and a half hours.
#
# **Why did people stop reading with recurrent networks?** You will not take our word for it: you write the two instruments
# that measure what such a network remembers, and put seven networks on one plot.
#
# **How does text become numbers?** You build the first box of the paper's figure 1: words become ids, ids become vectors,
# and each vector is told its place in the sentence. At the end stands `TransformerEmbedding`, the entrance of every model
# in this course.

# %%
import math
from collections import Counter

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from utils import check, hint, progress, solution
from utils.showing.style import COLOURS, use_course_style

torch.set_num_threads(1)  # small tensors are faster on one thread
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

# %% [markdown]
# # Part 1 · Why not recurrent networks
#
# ## One state, passed from word to word
#
# A recurrent network (RNN) reads a sentence from left to right and keeps one vector, its *state* $h$. At each word it
# makes a new state from the old one:
#
# $$h_t = \tanh(W h_{t-1} + U x_t)$$
#
# To learn that the last word depends on the first, training must send a gradient back through every state between them.
# Each step multiplies it by one more Jacobian $\partial h_t / \partial h_{t-1}$. What does a long product of matrices do?
#
# Take the plainest case: no $\tanh$, no input. Then $h_t = W h_{t-1}$, and
#
# $$\frac{\partial h_t}{\partial h_0} = W \cdot W \cdots W = W^t$$

# %% [markdown]
# ## Exercise 1.1 · jacobian_norms · 1 point · 10 min · ●○○
#
# **What.** For $t = 1, 2, \dots,$ `steps`, compute the spectral norm of $W^t$: the largest factor by which the matrix
# stretches any vector (its largest singular value).
#
# **Why.** This number is the most that a small change of $h_0$ can still matter $t$ steps later. Near 0, the first word is
# forgotten; huge, the training blows up.
#
# **Shapes.** `W` is `(d, d)`; the result is `(steps,)`, and its first entry belongs to $t = 1$.
#
# **By hand.** Take $W = \begin{pmatrix} 0 & 2 \\ \frac12 & 0 \end{pmatrix}$. It sends $(0, 1)$ to $(2, 0)$ and nothing gets stretched
# more, so the norm is 2. Now $W^2 = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$ has norm 1, and $W^3 = W$ has norm 2 again.
# The result for three steps is $(2, 1, 2)$. So the norm of a power is not the power of the norm: $2^2$ would be 4.


# %% exercise="jacobian_norms"
def jacobian_norms(W, steps):
    """Spectral norm of dh_t/dh_0 in h_t = W h_{t-1}, for t = 1..steps: (d, d) -> (steps,)."""
    # BEGIN SOLUTION
    jacobian, norms = W, []
    for _ in range(steps):
        norms.append(torch.linalg.matrix_norm(jacobian, ord=2))
        jacobian = W @ jacobian
    return torch.stack(norms)
    # END SOLUTION


# %% check="jacobian_norms" points=1
check("jacobian_norms")

# %% [markdown] hints="jacobian_norms"
# `torch.linalg.matrix_norm` has an argument `ord`; its default is another norm (Frobenius). Look up which value means the
# largest singular value.
#
# Keep a matrix that starts as `W`. At each step note its norm, then multiply it by `W` once more. Collect the norms in a list.
#
# `torch.linalg.matrix_norm(jacobian, ord=2)` is one entry, `jacobian = W @ jacobian` the next step, and
# `torch.stack(norms)` makes the list a tensor.

# %% [markdown]
# **Predict, then run.** Two random $64 × 64$ matrices, scaled so that the largest eigenvalue has size 0.9 in the first (its
# *spectral radius*) and 1.1 in the second. How large is the norm after 100 steps? Guess a power of ten for each.


# %%
def matrix_of_radius(radius, size=64):
    """A random matrix whose largest eigenvalue has this absolute value."""
    matrix = torch.randn(size, size)
    return matrix * radius / torch.linalg.eigvals(matrix).abs().max()


for radius in (0.9, 1.1):
    norms = jacobian_norms(matrix_of_radius(radius), 100)
    print(f"radius {radius}: ", *(f"{norms[t - 1].item():10.2e} at t = {t}" for t in (1, 10, 50, 100)))

# %% [markdown]
# Both begin above 1, because a matrix may stretch some directions even when all its eigenvalues are small. In the long run
# only the largest eigenvalue counts: the norms fall like $0.9^{t}$ or grow like $1.1^{t}$. The gradient **vanishes** or **explodes**;
# only a radius of 1 would do neither.

# %% [markdown]
# ## An instrument for any network
#
# Real networks have a $\tanh$, gates or attention, and no formula as short as $W^t$. But autograd can measure them
# all in the same way: how much does the *last* output change when the word at place $t$ changes a little?

# %% [markdown]
# ## Exercise 1.2 · input_gradient_norms · 2 points · 15 min · ●●○
#
# **What.** Call `model(x)`, take the outputs of the last step, add them all up to one number, and differentiate that number
# with respect to `x`. (Autograd differentiates one number at a time; the sum stands in for a loss.) For each time step, return the length (Euclidean norm) of its gradient, taken over batch and dim together.
#
# **Why.** It shows which words the model can still learn from at the end of the sentence.
#
# **Shapes.** `x` is `(batch, time, dim)`, `model(x)` is `(batch, time, out)`, the result is `(time,)`.
#
# **By hand.** Let the model be $h_t = \frac12 h_{t-1} + x_t$ with `dim` 1, and read three words. Then
# $h_3 = \frac14 x_1 + \frac12 x_2 + x_3$, so the gradients are $(\frac14, \frac12, 1)$. With a batch of 4 sentences each place has four such
# gradients, and the length of $(\frac14, \frac14, \frac14, \frac14)$ is $\sqrt{4 · \frac1{16}} = \frac12$: the result is $(\frac12, 1, 2)$.


# %% exercise="input_gradient_norms"
def input_gradient_norms(model, x):
    """Norm over batch and dim of d(sum of model(x) at the last step)/dx_t: x (batch, time, dim) -> (time,)."""
    # BEGIN SOLUTION
    x = x.detach().clone().requires_grad_()
    last = model(x)[:, -1].sum()
    (gradient,) = torch.autograd.grad(last, x)  # (batch, time, dim)
    return gradient.pow(2).sum(dim=(0, 2)).sqrt()
    # END SOLUTION


# %% check="input_gradient_norms" points=2
check("input_gradient_norms")

# %% [markdown] hints="input_gradient_norms"
# You want the gradient with respect to the *input*, not to the model's weights. Autograd tracks a tensor when its
# `requires_grad` is True.
#
# Make a copy of `x` that requires a gradient, run the model, and sum `[:, -1]` of what comes out: all sentences, the
# last step. The gradient of that sum has the shape of `x`. Take its norm over sides 0 and 2.
#
# `x = x.detach().clone().requires_grad_()`, then `(g,) = torch.autograd.grad(model(x)[:, -1].sum(), x)`, then
# `g.norm(dim=(0, 2))`.

# %% [markdown]
# > **Help: I get "element 0 of tensors does not require grad".** The model ran before `requires_grad_()` was called, or on
# > another tensor. Autograd only knows what happened after it began to watch. With a network that has weights of its own, the same
# > mistake reads "The differentiated Tensor at index 0 appears to not have been used in the graph".

# %% [markdown]
# ## Seven networks, one plot
#
# Here are the candidates, all as they are on the first day, before any training:
#
# - two linear RNNs with radius 0.9 and 1.1, and one with $\tanh$ and large weights;
# - torch's own `nn.RNN` with its default starting values;
# - an LSTM, the network invented against forgetting (Hochreiter and Schmidhuber, 1997). The one in use today has a *forget gate* (Gers,
#   Schmidhuber and Cummins, 2000), which decides how much of the memory stays. It opens wider with a larger bias: we try 0 and 4;
# - one layer of self-attention, which you will write in lesson 02. There, the last word looks at every word directly.


# %%
class Recurrent(nn.Module):
    """h_t = f(W h_{t-1} + x_t)."""

    def __init__(self, W, f=lambda h: h, input_scale=1.0):
        super().__init__()
        self.W, self.f, self.input_scale = W, f, input_scale

    def forward(self, x):  # (batch, time, dim) -> (batch, time, dim)
        h, states = torch.zeros_like(x[:, 0]), []
        for word in x.unbind(dim=1):
            h = self.f(h @ self.W.T + self.input_scale * word)
            states.append(h)
        return torch.stack(states, dim=1)


class TorchRNN(nn.Module):
    """nn.RNN or nn.LSTM, without the final state that they return besides."""

    def __init__(self, rnn, forget_bias=None):
        super().__init__()
        self.rnn = rnn
        if forget_bias is not None:
            forget = slice(rnn.hidden_size, 2 * rnn.hidden_size)  # torch keeps the gates in the order i, f, g, o
            rnn.bias_ih_l0.data[forget] = forget_bias
            rnn.bias_hh_l0.data[forget] = 0.0

    def forward(self, x):
        return self.rnn(x)[0]


class Attention(nn.Module):
    """One layer of self-attention, with torch's own function for now."""

    def __init__(self, d):
        super().__init__()
        self.q, self.k, self.v = (nn.Linear(d, d, bias=False) for _ in range(3))

    def forward(self, x):
        return F.scaled_dot_product_attention(self.q(x), self.k(x), self.v(x))


# %% [markdown]
# We look at the gradient that arrives at the *first* word, for longer and longer sentences.
#
# **Predict, then run.** For which of the seven does it stay between a hundredth and a hundred up to 100 words?

# %%
torch.manual_seed(0)
d, lengths = 64, [1, 2, 4, 7, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100]
networks = {
    "linear, radius 0.9": Recurrent(matrix_of_radius(0.9)),
    "linear, radius 1.1": Recurrent(matrix_of_radius(1.1)),
    "tanh, large weights": Recurrent(2.5 * torch.randn(d, d) / math.sqrt(d), torch.tanh, 0.1),
    "nn.RNN, default": TorchRNN(nn.RNN(d, d, batch_first=True)),
    "LSTM, forget bias 0": TorchRNN(nn.LSTM(d, d, batch_first=True), 0.0),
    "LSTM, forget bias 4": TorchRNN(nn.LSTM(d, d, batch_first=True), 4.0),
    "self-attention": Attention(d),
}
sentences = torch.randn(32, max(lengths), d)
measured = {
    name: [input_gradient_norms(network, sentences[:, :length])[0].item() for length in lengths]
    for name, network in networks.items()
}

# %%
figure, axes = plt.subplots(figsize=(7.6, 4.2))
lowest, highest = 1e-14, 1e14
for (name, norms), colour in zip(measured.items(), COLOURS):
    axes.semilogy(lengths, norms, color=colour)
    x, y = [(x, y) for x, y in zip(lengths, norms) if lowest * 30 < y < highest / 30][-1]
    left = name.startswith("nn.RNN")  # its right side is taken
    axes.annotate(
        name,
        (x, y),
        xytext=(-5 if left else 6, 6 if x < 100 and not left else -1),
        textcoords="offset points",
        color=colour,
        ha="right" if left else "left",
        va="center",
        fontsize=9,
    )
axes.set(xlim=(0, 134), ylim=(lowest, highest), xlabel="words in the sentence", xticks=range(0, 101, 20))
axes.set_title("Gradient that reaches the first word (log scale)")
plt.show()

# %%
print("gradient at the first word of       10 words   50 words  100 words")
for name, norms in measured.items():
    print(f"{name:30}", *(f"{norms[lengths.index(length)]:10.1e}" for length in (10, 50, 100)))

# %% [markdown]
# *The picture:* on a log scale most recurrent networks are straight lines, down (forgotten) or up (exploding).
# Only two stay between a hundredth and a hundred: self-attention, whose line bends, and the LSTM with a wide-open forget
# gate. (The height at which a line begins depends on how many numbers were added up; look at where it goes. A `0.0e+00` in the table is a
# number too small for float32.)
#
# Be fair to all of them when you read it:
#
# - **Self-attention falls too**, but like $1/T$, because its attention is shared among $T$ words: twice as many words,
#   half the gradient. The linear RNN with radius 0.9 falls like $0.9^T$.
# - **An LSTM can remember**, if its forget gate starts open. With a bias of 0 the gate lets about half through at each
#   step, and $\frac12$ to the power of 100 is about $10^{-30}$. The other gates pass a little too, so the table says
#   $10^{-21}$: lost all the same.
# - This is the state **before training**. Training, cutting gradients that are too long (*clipping*) and good starting values help RNNs a lot. But they fight
#   against a long product; attention has none, because every word is one step away.

# %% [markdown]
# ## The steps that must wait
#
# A second trouble has nothing to do with gradients. Which matrix products can run at the same time, and which must wait for
# another one's result? Let a tensor carry that number: how many products had to be finished, one after the other, before it
# could exist.


# %%
class Waited:
    """A tensor and how many matrix products, one after the other, it had to wait for."""

    def __init__(self, value, products=0):
        self.value, self.products = value, products

    def __matmul__(self, other):
        return Waited(self.value @ other.value, max(self.products, other.products) + 1)

    def __add__(self, other):
        return Waited(self.value + other.value, max(self.products, other.products))

    @property
    def T(self):
        return Waited(self.value.mT, self.products)


def read_with_rnn(words, W, U):
    h = Waited(torch.zeros(1, 8))
    for word in words:
        h = h @ W + word @ U
    return h


def read_with_attention(words, W_q, W_k, W_v):
    scores = (words @ W_q) @ (words @ W_k).T
    return scores @ (words @ W_v)  # the softmax between the two is no matrix product


print("words   RNN waits for   attention waits for")
for n in (10, 100, 1000):
    words = torch.randn(n, 1, 8)
    W, U, V = (Waited(torch.randn(8, 8) / 8) for _ in range(3))
    rnn = read_with_rnn([Waited(word) for word in words], W, U)
    attention = read_with_attention(Waited(words[:, 0]), W, U, V)
    print(f"{n:5} {rnn.products:9} products {attention.products:12} products")

# %% [markdown]
# An RNN over $n$ words takes $n$ steps in a row, however many processors you own. Attention takes three, whatever $n$ is: the
# projections, which need not wait for each other, then the scores, then the sum. Each is made of large products, which is what a GPU is best at.
#
# The price: attention compares all pairs, so its *work* grows with $n^2 d$, where the RNN's grows with $n d^2$. The paper sets
# this side by side in table 1 (section 4). For sentences shorter than $d$, attention even does less work.

# %% [markdown]
# ## The bottleneck of one vector
#
# A third trouble: whatever an RNN knows about the sentence must fit into one state of fixed size. Let us fill such a vector
# and see how much comes out again.
#
# The memory is as simple as can be. Every word has a random vector $e$; every place has a random pattern of signs $s_t$.
# The memory is one sum over the sentence, $m = \sum_t s_t \odot e_{w_t}$. To ask for the word at place $t$, multiply by $s_t$
# again (the signs cancel there, and everything else stays noise) and take the word whose vector fits best.


# %%
def share_recovered(n_words, size, vocab_size=50, sentences=40):
    """Share of words read back correctly from one vector that holds a whole sentence."""
    words = F.normalize(torch.randn(vocab_size, size), dim=-1)
    signs = torch.randn(n_words, size).sign()
    tokens = torch.randint(vocab_size, (sentences, n_words))
    memory = (signs * words[tokens]).sum(dim=1, keepdim=True)  # (sentences, 1, size): all there is
    answers = (signs * memory) @ words.T  # (sentences, n_words, vocab_size)
    return (answers.argmax(dim=-1) == tokens).double().mean().item()


torch.manual_seed(0)
counts = [1, 2, 4, 8, 16, 32, 64, 128]
figure, axes = plt.subplots(figsize=(6.4, 3.2))
for size, colour in zip((32, 128, 512), COLOURS):
    shares = [share_recovered(n, size) for n in counts]
    axes.plot(counts, shares, "o-", color=colour, markersize=3)
    axes.annotate(f"{size} numbers", (counts[-1], shares[-1]), xytext=(6, 0), textcoords="offset points", color=colour)
axes.axhline(1, color="#555555", linestyle=":")
axes.annotate("a vector for each word", (1, 1), xytext=(0, 5), textcoords="offset points", color="#555555")
axes.set(
    xscale="log", xticks=counts, xticklabels=counts, xlim=(0.9, 330), ylim=(0, 1.12), xlabel="words in the sentence"
)
axes.minorticks_off()
axes.set_title("Share of words read back from one vector")
plt.show()

# %% [markdown]
# *The picture:* each line starts at 1 and falls when the sentence outgrows the vector. A vector four times as large only moves
# the fall to the right.
#
# A trained network packs more cleverly than this sum, but its state is just as fixed. Attention
# takes the other way: it keeps **one vector for each word**, and looks at those it needs. The dotted line is what a
# perfect look-up then gives; how a word finds where to look is the subject of lesson 02.
#
# So the Transformer drops recurrence. It then has two things to find: how to get vectors, and how to know their order, which an RNN
# knew for free.

# %% [markdown]
# # Part 2 · From text to vectors
#
# A network computes with numbers, so every word gets a number, its *id*. Four ids are reserved for tokens that are
# not words:
#
# | id | token | what it is for |
# |---|---|---|
# | 0 | `<pad>` | fills up short sentences |
# | 1 | `<bos>` | beginning of sentence |
# | 2 | `<eos>` | end of sentence |
# | 3 | `<unk>` | stands for every word we do not know |

# %% [markdown]
# ## Exercise 1.3 · Vocabulary · 3 points · 20 min · ●●○
#
# **What.** A class that learns the words of some texts and translates both ways.
#
# - `Vocabulary(texts, min_count=1)`: the words are what whitespace separates. Keep those that occur at least `min_count` times in
#   all texts together. The four special tokens come first, then the words by falling count; words with the same count
#   stand in alphabetical order.
# - `len(vocabulary)`: how many ids there are, the special tokens included.
# - `encode(text)`: a list of ids, one for each word; an unknown word becomes 3. It adds no `<bos>` or `<eos>`.
# - `decode(ids)`: the words joined by single spaces, without `<pad>`, `<bos>` and `<eos>`. `ids` may be a list or a tensor.
#
# If the *name* of a special token stands in a text (`"hello <eos>"`), it is that token and not a new word.
#
# **By hand.** From `["b a b", "c a b"]` we count b 3, a 2, c 1. So the ids are b 4, a 5, c 6, and the length is 7.
# `encode("a b d")` is `[5, 4, 3]`, and `decode([1, 5, 4, 2, 0, 0])` is `"a b"`.


# %% exercise="Vocabulary"
SPECIAL = ["<pad>", "<bos>", "<eos>", "<unk>"]


class Vocabulary:
    """Ids for words: the special tokens 0 to 3, then the texts' words by falling count, ties alphabetical."""

    def __init__(self, texts, min_count=1):
        # BEGIN SOLUTION
        counts = Counter(word for text in texts for word in text.split())
        kept = [word for word in counts if counts[word] >= min_count and word not in SPECIAL]
        self.words = SPECIAL + sorted(kept, key=lambda word: (-counts[word], word))
        self.ids = {word: i for i, word in enumerate(self.words)}
        # END SOLUTION

    def __len__(self):
        """How many ids there are."""
        # BEGIN SOLUTION
        return len(self.words)
        # END SOLUTION

    def encode(self, text):
        """Text -> list of ids; an unknown word is 3."""
        # BEGIN SOLUTION
        return [self.ids.get(word, SPECIAL.index("<unk>")) for word in text.split()]
        # END SOLUTION

    def decode(self, ids):
        """List or tensor of ids -> text, without <pad>, <bos> and <eos>."""
        # BEGIN SOLUTION
        words = [self.words[int(i)] for i in ids]
        return " ".join(word for word in words if word not in SPECIAL[:3])
        # END SOLUTION


# %% check="Vocabulary" points=3
check("Vocabulary")

# %% [markdown] hints="Vocabulary"
# `collections.Counter` counts words, and `text.split()` without an argument splits at any whitespace. `sorted` takes a
# `key`; a key may be a tuple, compared entry by entry.
#
# Count the words of all texts, leave out the rare ones and the names of special tokens, sort, and put the special tokens
# in front. A list gives the word of an id, and a dictionary made from it the id of a word. For unknown words ask the dictionary
# with `.get(word, 3)`.
#
# The key is `lambda word: (-counts[word], word)`: the largest count first, then the alphabet. In `decode`, `int(i)` makes a plain number
# of an entry of a list or a tensor alike.

# %%
texts = [
    "the cat sat on the mat",
    "the dog saw the cat",
    "a dog is a dog",
    "the mat is red",
]
vocabulary = Vocabulary(texts)
print(len(vocabulary), "ids; the first words:", vocabulary.decode(range(4, 10)))
print(vocabulary.encode("the dog saw a zebra"))
print(vocabulary.decode(vocabulary.encode("the dog saw a zebra")))

# %% [markdown]
# The zebra is lost: every unknown word is the same `<unk>`. Real systems split rare words into pieces (the paper uses
# byte-pair encoding, section 5.1), so that nothing is unknown. Whole words are enough to understand everything else.

# %% [markdown]
# ## Exercise 1.4 · pad_batch · 1 point · 10 min · ●○○
#
# **What.** Put lists of ids, each of its own length, into one tensor. Fill the shorter ones with `pad_id` at the end.
#
# **Why.** A tensor is a box: it has no ragged edge. Batches are what makes training fast, so the short sentences are
# filled up, and masks (lesson 02) see to it that nobody looks at the filling.
#
# **Shapes.** A list of lists becomes `(batch, longest)` of whole numbers (`torch.long`). With no sequence at all there is nothing to
# make a tensor of: raise a `ValueError`.
#
# **By hand.** `[[5, 6, 7], [8]]` becomes $\begin{pmatrix} 5 & 6 & 7 \\ 8 & 0 & 0 \end{pmatrix}$.


# %% exercise="pad_batch"
def pad_batch(sequences, pad_id=0):
    """Lists of ids, padded at the end to the longest: list of lists -> LongTensor (batch, longest)."""
    # BEGIN SOLUTION
    if not sequences:
        raise ValueError("there is no sequence to make a batch of")
    batch = torch.full((len(sequences), max(map(len, sequences))), pad_id, dtype=torch.long)
    for row, ids in zip(batch, sequences):
        row[: len(ids)] = torch.tensor(ids, dtype=torch.long)
    return batch
    # END SOLUTION


# %% check="pad_batch" points=1
check("pad_batch")

# %% [markdown] hints="pad_batch"
# First find out how long the longest sequence is; that and the number of sequences are the shape of the result.
#
# Either build longer lists, each with as many `pad_id`s behind it as are missing, or fill a tensor with `pad_id` and
# write each sequence over the beginning of its row. Leave the lists you were given as they are.
#
# `ids + [pad_id] * (longest - len(ids))` is a new list of the right length; `torch.tensor(rows, dtype=torch.long)` makes the
# batch. An empty `sequences` gets its `raise ValueError(...)` before all that.

# %%
tokens = pad_batch([vocabulary.encode(text) for text in texts])
print(tokens)

# %% [markdown]
# ## Ids are names, not amounts
#
# The id 8 is not twice the id 4. So the network must not compute with ids: each id only points to a row of a table, and
# that row, a vector of `d_model` learned numbers, is the word's *embedding*. Training moves the rows until words that are used alike have
# vectors that are alike.

# %% [markdown]
# ## Exercise 1.5 · TokenEmbedding · 2 points · 10 min · ●○○
#
# **What.** A module with one trained parameter `weight` of shape `(vocab_size, d_model)`. Called with ids, it returns their rows of
# `weight`, times $\sqrt{d_{model}}$ (section 3.4). Let `weight` start with random numbers of standard deviation $1/\sqrt{d_{model}}$. You may
# derive your class from `nn.Embedding`, which calls its table `weight` too, but starts it with a standard deviation of 1.
#
# **Why the factor.** The paper uses the same table to predict words at the output, where its entries are best small, about
# $1/\sqrt{d_{model}}$. At the input they are to be added to positions whose entries are as large as 1. Multiplying by
# $\sqrt{d_{model}}$ brings both to one size. The paper itself gives the factor without a reason; we measure it below.
#
# **Shapes.** Ids of any shape `(...)` become `(..., d_model)`.
#
# **By hand.** With `d_model` 4 the factor is 2. If row 7 of `weight` is $(1, 0, -1, 3)$, the id 7 becomes $(2, 0, -2, 6)$.


# %% exercise="TokenEmbedding"
class TokenEmbedding(nn.Module):
    """Rows of a learned table `weight`, times sqrt(d_model): ids (...) -> (..., d_model)."""

    def __init__(self, vocab_size, d_model):
        super().__init__()
        # BEGIN SOLUTION
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model) / math.sqrt(d_model))
        self.scale = math.sqrt(d_model)
        # END SOLUTION

    def forward(self, tokens):
        """ids (...) -> vectors (..., d_model)."""
        # BEGIN SOLUTION
        return F.embedding(tokens, self.weight) * self.scale
        # END SOLUTION


# %% check="TokenEmbedding" points=2
check("TokenEmbedding")

# %% [markdown] hints="TokenEmbedding"
# A tensor can be indexed with a tensor of ids: `weight[tokens]` takes a row for each id, and keeps the shape of `tokens` in front.
#
# Make the table an `nn.Parameter` named `weight`, filled with small random numbers; look up the rows in `forward` and
# multiply what you found by the square root of `d_model`. Leave the table itself unscaled.
#
# `self.weight = nn.Parameter(torch.randn(vocab_size, d_model) / math.sqrt(d_model))`, and in `forward`
# `self.weight[tokens] * math.sqrt(self.weight.shape[1])`.

# %%
torch.manual_seed(0)
embedding = TokenEmbedding(len(vocabulary), 256)
vectors = embedding(tokens)
print("shape", tuple(vectors.shape))
print("the first `the` and the second are the same vector:", torch.equal(vectors[0, 0], vectors[0, 4]))

# %% [markdown]
# # Part 3 · Vectors that know their place
#
# The last line is the problem: *the* has the same vector at both places. Attention treats its words as a bag, so
# "dog bites man" and "man bites dog" would look alike. The paper's answer (section 3.5) is to add to each word's vector a second one
# that depends only on the place:
#
# $$PE_{(pos,\,2i)} = \sin\!\left(\frac{pos}{10000^{2i/d_{model}}}\right) \qquad
# PE_{(pos,\,2i+1)} = \cos\!\left(\frac{pos}{10000^{2i/d_{model}}}\right)$$
#
# Here $i = 0, 1, \dots$ counts the pairs. Read it as clocks. Columns $2i$ and $2i+1$ are a pair: one hand, turning by $1/10000^{2i/d_{model}}$ radians for each word.
# The first hand is fast; in a large model the last one takes tens of thousands of words for one turn. Together they tell the place, as the hands
# for hours, minutes and seconds tell the time.

# %% [markdown]
# ## Exercise 1.6 · sinusoidal_positions · 2 points · 15 min · ●●○
#
# **What.** The table of the formula: one row for each of the places $0, 1, \dots,$ `length` $- 1$.
#
# **Why.** The Transformer adds row $pos$ of it to the word at place $pos$. Nothing in it is learned.
#
# **Shapes.** `(length, d_model)`: the sines in columns 0, 2, 4, …, each cosine to the right of its sine. Pairs need an even `d_model`: raise a
# `ValueError` when it is odd.
#
# **By hand.** With `d_model` 4 there are two pairs, divided by $10000^{0/4} = 1$ and $10000^{2/4} = 100$. Place 0 is
# $(\sin 0, \cos 0, \sin 0, \cos 0) = (0, 1, 0, 1)$. Place 1 is $(\sin 1, \cos 1, \sin 0.01, \cos 0.01) \approx (0.8415, 0.5403, 0.01, 1)$.


# %% exercise="sinusoidal_positions"
def sinusoidal_positions(length, d_model):
    """The paper's table of positions, sine in even and cosine in odd columns: (length, d_model)."""
    # BEGIN SOLUTION
    if d_model % 2:
        raise ValueError(f"d_model must be even, to hold pairs of sine and cosine; got {d_model}")
    place = torch.arange(length).unsqueeze(-1)  # (length, 1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)  # (length, d_model / 2)
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(start_dim=1)
    # END SOLUTION


# %% check="sinusoidal_positions" points=2
check("sinusoidal_positions")

# %% [markdown] hints="sinusoidal_positions"
# Compute the angles first, as a table of shape `(length, d_model / 2)`: one column for each pair. Only then take sine
# and cosine.
#
# `torch.arange(0, d_model, 2)` holds the numbers $2i$. The places as a column `(length, 1)`, divided by a row
# `(d_model / 2,)`, give the table of angles. The sines belong in every second column, beginning with column 0.
#
# `angles = torch.arange(length).unsqueeze(1) / 10000 ** (torch.arange(0, d_model, 2) / d_model)`; then
# `table[:, 0::2] = angles.sin()` and `table[:, 1::2] = angles.cos()` fill a `torch.empty(length, d_model)`.

# %% [markdown]
# > **Help: my numbers are right, but in other columns.** Some well-known code keeps all sines in the left half and all cosines in
# > the right. A network can learn with either; the paper's layout, and ours, alternates.

# %%
positions = sinusoidal_positions(100, 64)
figure, axes = plt.subplots(figsize=(6.4, 3.4))
image = axes.imshow(positions.T, aspect="auto", cmap="RdBu_r", vmin=-1, vmax=1, interpolation="nearest")
axes.set(xlabel="place in the sentence", ylabel="column (of 64)")
axes.set_title("Each place has its own pattern")
figure.colorbar(image, ax=axes, ticks=[-1, 0, 1])
plt.show()

# %% [markdown]
# *The picture* is the table turned: every vertical strip is the vector of one place. The upper rows, the table's first columns, swing fast; the lower ones hardly change over
# 100 words. The stripes come in pairs, sine and cosine of the same hand.
#
# Now the same numbers as clocks. Let the sine be how far the hand reaches to the right, and the cosine how far up: at place 0 every
# hand points to twelve.

# %%
pairs, places = [0, 2, 4, 6, 8], range(12)
table = sinusoidal_positions(len(places), 32)
figure, axes = plt.subplots(figsize=(7.6, 3.4), dpi=70)
for row, pair in enumerate(pairs):
    for place in places:
        right, up = table[place, 2 * pair].item(), table[place, 2 * pair + 1].item()
        axes.add_patch(plt.Circle((place, -row), 0.4, fill=False, color="#bbbbbb"))
        axes.plot([place, place + 0.4 * right], [-row, -row + 0.4 * up], color=COLOURS[row], linewidth=2)
    axes.text(-0.7, -row, f"columns {2 * pair}, {2 * pair + 1}", ha="right", va="center", color=COLOURS[row])
axes.set(xlim=(-3.2, 11.5), ylim=(-4.6, 0.6), xticks=places, yticks=[], aspect="equal")
axes.set_xlabel("place in the sentence", loc="right")
axes.spines[:].set_visible(False)
axes.set_title("A place is what all the hands show together")
plt.show()

# %% [markdown]
# *The picture:* five of the sixteen hands, at the places 0 to 11. The top hand turns by one radian (57°) for each word, the
# second by a third of that, and so on; the lowest has moved by six degrees at the end.
#
# **Predict, then run.** Compare place 100 with all others by their dot product. Where is it largest, and is it the same to the left and to
# the right?

# %%
positions = sinusoidal_positions(201, 128)
similarity = positions @ positions[100]
figure, axes = plt.subplots(figsize=(6.4, 2.8))
axes.plot(torch.arange(-100, 101), similarity)
axes.set(xlabel="distance in words", ylim=(0, 70), xticks=range(-100, 101, 25))
axes.set_title("Dot product of place 100 with a place at this distance")
plt.show()
print("with itself:", round(similarity[100].item(), 3), "  ten before:", round(similarity[90].item(), 3))
print("and ten after:", round(similarity[110].item(), 3))

# %% [markdown]
# *The picture:* a peak in the middle, falling with ripples to both sides. Near places are alike, far ones less.
#
# The peak is 64, half of `d_model`, because each of the 64 hands adds $\sin^2 + \cos^2 = 1$. And both sides are equal: the dot product alone tells the distance, but
# not the direction. The two learned matrices with which attention compares words ($W^Q$ and $W^K$, lesson 02) can learn the direction, because of
# the next property.

# %% [markdown]
# ## Moving along the sentence is a rotation
#
# To go on by three words, turn every hand by its own angle: no matter from where you start, the turn is the same. A turn is linear, a
# matrix. That is why the authors chose sines: they supposed it would help the model to attend by relative positions (section 3.5): to look three words back, say.
#
# For one hand with speed $\omega$ and an offset $k$, the addition theorems say
#
# $$\begin{pmatrix} \sin \omega(p+k) \\ \cos \omega(p+k) \end{pmatrix} =
# \begin{pmatrix} \cos \omega k & \sin \omega k \\ -\sin \omega k & \cos \omega k \end{pmatrix}
# \begin{pmatrix} \sin \omega p \\ \cos \omega p \end{pmatrix}$$

# %% [markdown]
# ## Exercise 1.7 · shift_matrix · 2 points · 15 min · ●●●
#
# **What.** The one matrix $M$ with `positions[p + offset] == M @ positions[p]` at every place `p`.
#
# **Why.** It proves that the distance between two words is written into their positions in a way that a single matrix can read.
#
# **Shapes.** `(d_model, d_model)`. The offset may be negative (back to the left); an odd `d_model` raises a `ValueError`.
#
# **By hand.** With `d_model` 2 there is one hand, with speed 1. For offset 1 the matrix is
# $\begin{pmatrix} \cos 1 & \sin 1 \\ -\sin 1 & \cos 1 \end{pmatrix} \approx \begin{pmatrix} 0.5403 & 0.8415 \\ -0.8415 & 0.5403 \end{pmatrix}$.
# Try it at place 0: it sends $(0, 1)$ to $(0.8415, 0.5403)$, which is place 1. With more hands there is such a $2 × 2$ block for each of them
# along the diagonal, and zeros elsewhere.


# %% exercise="shift_matrix"
def shift_matrix(offset, d_model):
    """M with positions[p + offset] == M @ positions[p] for every p: (d_model, d_model)."""
    # BEGIN SOLUTION
    if d_model % 2:
        raise ValueError(f"d_model must be even, to hold pairs of sine and cosine; got {d_model}")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)  # how far each hand turns
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
    # END SOLUTION


# %% check="shift_matrix" points=2
check("shift_matrix")

# %% [markdown] hints="shift_matrix"
# Row $2i$ of $M$ makes the new sine of hand $i$ out of its old sine and cosine, row $2i+1$ the new cosine. The two equations above are
# all you need.
#
# Hand $i$ turns by the angle $a_i = $ `offset` $/ 10000^{2i/d_{model}}$. In a matrix of zeros, put $\cos a_i$ at $[2i, 2i]$ and
# $[2i+1, 2i+1]$, and the two sines at $[2i, 2i+1]$ and $[2i+1, 2i]$. One of them has a minus sign: look at the formula for the new cosine.
#
# With `even = torch.arange(0, d_model, 2)`, `matrix[even, even] = angles.cos()` sets all those entries at once, and `matrix[even, even + 1] =
# angles.sin()` those to their right. The other two lines are alike, with `-angles.sin()` at `[even + 1, even]`.

# %%
positions, M = sinusoidal_positions(60, 64), shift_matrix(3, 64)
moved = positions[:-3] @ M.T  # M @ positions[p], for all p at once
print("three steps on, from every place:", torch.allclose(moved, positions[3:], atol=1e-4))
print("and back again:", torch.allclose(shift_matrix(-3, 64) @ M, torch.eye(64), atol=1e-5))

# %% [markdown]
# ## Words and places, added
#
# Now put the two together, as at the bottom of the paper's figure 1: the word's vector plus the vector of its place. While training,
# dropout then sets some of the numbers to zero (section 5.4), so that the network cannot rely on any single one, and multiplies the others by
# $1/(1-p)$, so that their average stays. `nn.Dropout(p)` does both in training, and nothing in evaluation.
#
# Are the two of one size, so that neither drowns the other? That is the question behind $\sqrt{d_{model}}$:

# %%
torch.manual_seed(0)
for d_model in (64, 256, 1024):
    with_factor = TokenEmbedding(1000, d_model)(torch.arange(1000))
    sizes = [with_factor / math.sqrt(d_model), with_factor, sinusoidal_positions(100, d_model)]
    raw, scaled, place = (size.pow(2).mean().sqrt().item() for size in sizes)
    print(f"d_model {d_model:4}: word {raw:.3f}, word times the factor {scaled:.3f}, place {place:.3f}")

# %% [markdown]
# With a table that starts at $1/\sqrt{d_{model}}$, as ours does, a word without the factor is drowned by its place, and the more so the larger
# the model. With the factor both have about the size of 1. (`nn.Embedding` starts at size 1; then the factor makes words much larger than places.
# A network trains either way: what matters is to do the same in training and in use.)

# %% [markdown]
# ## Exercise 1.8 · TransformerEmbedding · 3 points · 20 min · ●●○
#
# **What.** A module: `dropout(token embedding + positions)`. Use your `TokenEmbedding` and `sinusoidal_positions`.
#
# - Make the positions once, for `max_length` places, and keep them with `self.register_buffer(name, tensor)`. A *buffer* belongs to the module and moves
#   with it to a GPU or another dtype, but is not trained. An input of `time` words uses the first `time` rows.
# - An input longer than `max_length` raises a `ValueError`.
# - Dropout, with the probability `dropout`, falls on the sum, and only in training mode.
#
# **Shapes.** ids `(batch, time) -> (batch, time, d_model)`.
#
# **By hand.** `d_model` 4, and the word's row in `weight` is $(1, 2, 3, 4)$. Times $\sqrt 4$ it is $(2, 4, 6, 8)$. At place 0 we add $(0, 1, 0, 1)$
# and get $(2, 5, 6, 9)$; at place 1 we add $(0.8415, 0.5403, 0.01, 1)$ and get $(2.8415, 4.5403, 6.01, 9)$. Same word, another vector.


# %% exercise="TransformerEmbedding"
class TransformerEmbedding(nn.Module):
    """dropout(token embedding + positions): ids (batch, time) -> (batch, time, d_model)."""

    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("positions", sinusoidal_positions(max_length, d_model), persistent=False)
        self.dropout = nn.Dropout(dropout)
        # END SOLUTION

    def forward(self, tokens):
        """ids (batch, time) -> vectors (batch, time, d_model); ValueError when time is more than max_length."""
        # BEGIN SOLUTION
        time, max_length = tokens.shape[1], len(self.positions)
        if time > max_length:
            raise ValueError(f"the input has {time} tokens, but max_length is {max_length}")
        return self.dropout(self.tokens(tokens) + self.positions[:time])
        # END SOLUTION


# %% check="TransformerEmbedding" points=3
check("TransformerEmbedding")

# %% [markdown] hints="TransformerEmbedding"
# Three parts are made in `__init__`: a `TokenEmbedding`, a buffer, an `nn.Dropout`. `forward` is then one line, after the question of
# length.
#
# The token embedding is `(batch, time, d_model)`, the first `time` rows of the positions are `(time, d_model)`: adding them repeats
# the positions for each sentence. `TokenEmbedding` has multiplied by $\sqrt{d_{model}}$ already. Return what dropout gives back.
#
# `self.register_buffer("positions", sinusoidal_positions(max_length, d_model))` in `__init__`, and in `forward`
# `self.dropout(self.tokens(tokens) + self.positions[: tokens.shape[1]])`.

# %% [markdown]
# > **Help: I get "The size of tensor a (5) must match the size of tensor b (512)".** The table has a row for each of the `max_length`
# > places, your sentence only 5 words. Take the first `time` rows before you add.

# %%
torch.manual_seed(0)
vocabulary = Vocabulary(["dog bites man"])
embedding = TransformerEmbedding(len(vocabulary), 64)
news = pad_batch([vocabulary.encode("dog bites man"), vocabulary.encode("man bites dog")])

without, with_places = embedding(news) - sinusoidal_positions(3, 64), embedding(news)
for name, (dog_first, man_first) in (("without places", without), ("with places", with_places)):
    same = torch.allclose(dog_first.flip(0), man_first, atol=1e-5)  # one headline is the other backwards
    print(f"{name}: the same three vectors in another order? {same}")

# %% [markdown]
# Without places the two headlines are the same bag of vectors. With places, *dog* first and *dog* last differ, and the news is news
# again.

# %% [markdown]
# ## What you can do now
#
# You can measure what a network remembers (`jacobian_norms`, `input_gradient_norms`), and say with numbers why the Transformer gave up recurrence: long
# products of Jacobians, steps that must wait, one vector for everything. You can turn text into ids and back
# (`Vocabulary`, `pad_batch`), ids into vectors (`TokenEmbedding`), give them their place (`sinusoidal_positions`) and prove that moving along is a
# rotation (`shift_matrix`). `TransformerEmbedding` is the first finished part of your Transformer.

# %% [markdown] quiz=true
# Self-attention's gradient falls like 1/T with the length of the sentence. Why is that better than the linear RNN with radius 0.9?
# - 1/T is never small | At T = 1000 it is 0.001. Small, but not lost.
# - 0.9 to the power of T is far smaller when T is large | Right: at T = 100, 1/T is 0.01 and $0.9^{100}$ is 0.00003; at T = 500 it is 0.002 against $10^{-23}$.
# - Attention has no weights that could shrink it | It has weights too, but a path through one layer passes them once, not T times.
#
# What happens if you leave the positions out, and every word looks at every word?
# - Shuffling the words shuffles the outputs, nothing else | Right: each word's vector is what it was before, wherever the word now stands. Order cannot be seen.
# - The model cannot run | It runs, and many sentences still come out well. That makes this mistake hard to find.
# - The model finds the order in the ids | An id only says which word it is, and the same word has the same id at every place.
#
# Your `TransformerEmbedding` keeps the positions as an `nn.Parameter`. What follows?
# - The output is wrong from the start | The numbers are those of the formula at first, so a look at the output finds nothing.
# - An optimizer changes them | Right: after the first step the table is not the formula's any more, and the shift is no rotation. A buffer stays as it is.
# - They do not move to the GPU with the module | They do; a plain attribute that is neither buffer nor parameter would stay behind.

# %% [markdown]
# **Next.** [02 · Single-head attention](../02_single_head_attention/02_single_head_attention.ipynb): every word asks, every word answers, and a softmax
# shares out the attention.
