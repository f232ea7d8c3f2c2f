# %% [markdown]
# # 04 · Encoder and decoder
#
# You have embeddings (lesson 01), attention (02) and several heads of it (03). Here you build the rest and put it all
# together: at the end of this lesson stands the whole model of *Attention Is All You Need*, written by you, and it turns
# English number words into German ones.
#
# It takes about three hours. Each class is short; what matters is how they fit.

# %%
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from utils import bring, check, hint, progress, solution
from utils.pretrained.tiny_translator import TinyTranslator
from utils.showing.architecture import architecture
from utils.showing.decoding import decoding_steps
from utils.showing.style import COLOURS, use_course_style

torch.set_num_threads(1)  # small tensors are faster on one thread
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

# %% [markdown]
# These pieces come from earlier lessons: yours where they passed, the course's where not.

# %%
TransformerEmbedding = bring("TransformerEmbedding")
padding_mask, causal_mask = bring("padding_mask", "causal_mask")
MultiHeadAttention = bring("MultiHeadAttention")

# %% [markdown]
# ## The map
#
# Every box below is named by the exercise that builds it. Read it from the bottom: the source sentence enters left and
# becomes the *memory*; the words written so far enter right, and out comes a score for every possible next word. A box
# is filled and ticked once its piece has passed; run the cell again whenever you like.

# %%
architecture()

# %% [markdown]
# Two kinds of box are new: *add x, then normalise*, which will be green, and a *feed-forward* network, blue. We build
# from the inside out.
#
# # Part 1 · The pieces around attention
#
# ## Exercise 4.1 · LayerNorm · 3 points · 15 min · ●●○
#
# **What.** Layer normalisation (Ba, Kiros and Hinton, 2016): shift and scale the numbers of each token so that their mean
# is 0 and their variance 1. Then let the model choose another scale and offset for each of the `d_model` places:
#
# $$\mathrm{LayerNorm}(x) = w \odot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + b$$
#
# **Why.** Layer after layer adds something to each token. Without a norm the numbers drift, and every layer must cope with
# whatever size the one before left it.
#
# **Shapes.** `(..., d_model) -> (..., d_model)`. The mean $\mu$ and the variance $\sigma^2$ are over the last side only: each
# token has its own. Parameters: `weight` starts as ones, `bias` as zeros, both `(d_model,)`.
#
# **By hand.** For $x = (1, 1, 3, 3)$ the mean is 2. The differences are $(-1, -1, 1, 1)$, their squares are all 1, so the
# variance is 1 and the result is $(-1, -1, 1, 1)$. With weight $(1, 1, 2, 2)$ and bias $(0, 5, 0, 5)$ it would be
# $(-1, 4, 2, 7)$.
#
# The variance divides by `d_model`, not by `d_model - 1`. And $\epsilon$ keeps a token of equal numbers from becoming 0 / 0.
# Write it from means and roots; torch's own layer norm is refused in this one exercise.


# %% exercise="LayerNorm"
class LayerNorm(nn.Module):
    """Layer normalisation over the last side: (..., d_model) -> (..., d_model)."""

    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        # BEGIN SOLUTION
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps
        # END SOLUTION

    def forward(self, x):
        # BEGIN SOLUTION
        mean = x.mean(dim=-1, keepdim=True)
        variance = (x - mean).square().mean(dim=-1, keepdim=True)
        return self.weight * (x - mean) / torch.sqrt(variance + self.eps) + self.bias
        # END SOLUTION


# %% check="LayerNorm" points=3
check("LayerNorm")

# %% [markdown] hints="LayerNorm"
# Only the last side is averaged: `dim=-1`, with `keepdim=True`, so that the mean lines up with `x` for any number of sides.
#
# Mean, then the mean of the squared differences, then divide the difference by the square root of (variance + eps). Weight
# and bias come last. In `__init__` both are an `nn.Parameter`, or training will not see them.
#
# `mean = x.mean(dim=-1, keepdim=True)`; `variance = (x - mean).square().mean(dim=-1, keepdim=True)`; divide `x - mean` by
# `torch.sqrt(variance + self.eps)`, multiply by `self.weight`, add `self.bias`.

# %% [markdown]
# **Predict, then run.** All numbers of `x` are multiplied by 100. By how much does its layer norm change?

# %%
x = torch.randn(1, 3, 8)
norm = LayerNorm(8)
print(f"largest change: {(norm(100 * x) - norm(x)).abs().max().item():.0e}")

# %% [markdown]
# Hardly at all: what comes in larger comes out the same. Only $\epsilon$ notices, a little.
#
# ## Exercise 4.2 · FeedForward · 2 points · 10 min · ●○○
#
# **What.** A small network that every token goes through alone (section 3.3):
#
# $$\mathrm{FFN}(x) = \max(0,\; x W_1 + b_1)\, W_2 + b_2$$
#
# **Why.** Attention moves information between words. This is where a word thinks about what it has got: two thirds of an
# encoder layer's numbers are here.
#
# **Shapes.** `linear1` takes `d_model` to `d_ff` (2048 for 512 in the paper), `linear2` takes it back. Any sides may come
# before the last. Dropout falls on the hidden numbers, after the ReLU (the paper's text has none here; torch's layer has).
#
# **By hand.** Let `linear1` compute $(a + b,\; a - b,\; 0)$ and `linear2` compute $(h_1 + 2 h_2,\; 5 h_2 + 1)$. For $x = (1, 2)$ the
# hidden numbers are $(3, -1, 0)$, after the ReLU $(3, 0, 0)$, and the result is $(3, 1)$. Without the ReLU it would be $(1, -4)$.


# %% exercise="FeedForward"
class FeedForward(nn.Module):
    """The same small network for every token: (..., d_model) -> (..., d_ff) -> (..., d_model)."""

    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)
        # END SOLUTION

    def forward(self, x):
        # BEGIN SOLUTION
        hidden = self.dropout(torch.relu(self.linear1(x)))  # (..., d_ff)
        return self.linear2(hidden)
        # END SOLUTION


# %% check="FeedForward" points=2
check("FeedForward")

# %% [markdown] hints="FeedForward"
# Two `nn.Linear` and an `nn.Dropout`; the names `linear1` and `linear2` are fixed by the contract.
#
# From inside out: linear1, ReLU, dropout, linear2. Nothing comes after linear2.
#
# `self.linear2(self.dropout(torch.relu(self.linear1(x))))`

# %% [markdown]
# ## Exercise 4.3 · AddAndNorm · 2 points · 10 min · ●○○
#
# **What.** Close every sub-layer in the same way (section 3.1, with dropout from section 5.4):
#
# $$\mathrm{LayerNorm}(x + \mathrm{Dropout}(\mathrm{Sublayer}(x)))$$
#
# **Why.** $x$ goes round the sub-layer untouched, so a sub-layer only has to find what should be *added*, and a gradient has a
# way back that no sub-layer can block. You will measure that in a moment.
#
# **Shapes.** `x` and `sublayer_output` are `(..., d_model)`, and so is the result. The norm is in `self.norm`: yours from above,
# or torch's.
#
# **By hand.** $x = (1, 0, 2, 1)$ and the sub-layer gave $(0, 1, 1, 2)$: the sum is $(1, 1, 3, 3)$, its norm $(-1, -1, 1, 1)$.


# %% exercise="AddAndNorm"
class AddAndNorm(nn.Module):
    """norm(x + dropout(sublayer_output)): two tensors (..., d_model) -> (..., d_model)."""

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
        # END SOLUTION

    def forward(self, x, sublayer_output):
        # BEGIN SOLUTION
        return self.norm(x + self.dropout(sublayer_output))
        # END SOLUTION


# %% check="AddAndNorm" points=2
check("AddAndNorm")

# %% [markdown] hints="AddAndNorm"
# Three things in one line: drop, add, normalise. The order matters.
#
# Dropout falls on the sub-layer's output only. Then add x. The norm comes last and sees the sum.
#
# `return self.norm(x + self.dropout(sublayer_output))`

# %% [markdown]
# **Help: I get "one of the variables needed for gradient computation has been modified".** You wrote `x += ...`. That changes
# the tensor of the caller, who still needs it. Write `x = x + ...`.
#
# ## What the residual and the norm do for a gradient
#
# Stack 96 feed-forward networks, untrained, and send a gradient from the top to the bottom. How much of it arrives? Five
# ways to close a sub-layer, the same networks in each:
#
# **Predict first:** which of the five loses the gradient, and which makes the numbers themselves grow?

# %%
ways = {
    "f(x) alone": lambda x, f, norm: f(x),
    "norm(f(x))": lambda x, f, norm: norm(f(x)),
    "x + f(x)": lambda x, f, norm: x + f(x),
    "norm(x + f(x)), post-norm": lambda x, f, norm: norm(x + f(x)),
    "x + f(norm(x)), pre-norm": lambda x, f, norm: x + f(norm(x)),
}


def gradient_through(way, depth, d_model=32):
    """Norms of the gradient at every height of a stack, the top's being 1, and the spread of what comes out."""
    torch.manual_seed(0)
    layers = [(FeedForward(d_model, 4 * d_model), LayerNorm(d_model)) for _ in range(depth)]
    states = [torch.randn(1, 10, d_model, requires_grad=True)]
    for network, norm in layers:
        states.append(way(states[-1], network, norm))
    gradients = torch.autograd.grad(states[-1], states, torch.randn(1, 10, d_model))
    return [(one.norm() / gradients[-1].norm()).item() for one in gradients], states[-1].std().item()


print(f"{'':28}{'gradient at the bottom':^33}{'spread at the top':>18}")
print(f"{'layers':28}{6:>11}{24:>11}{96:>11}{96:>18}")
for name, way in ways.items():
    arrived = [gradient_through(way, depth)[0][0] for depth in (6, 24, 96)]
    print(f"{name:28}" + "".join(f"{one:>11.1e}" for one in arrived) + f"{gradient_through(way, 96)[1]:>18.2f}")

# %%
fig, ax = plt.subplots(figsize=(6.5, 3.2))
for (name, way), colour in zip(ways.items(), COLOURS):
    norms = gradient_through(way, 96)[0]
    shown = [one if one > 1e-12 else float("nan") for one in norms]
    ax.plot(range(97), shown, color=colour, label=name)
ax.set(yscale="log", ylim=(1e-12, 1e3), xlabel="height in the stack (0 is the bottom)", ylabel="gradient, top = 1")
ax.set_title("A gradient on its way down through 96 sub-layers")
ax.legend(fontsize=8, loc="lower left")
plt.show()

# %% [markdown]
# *The figure: gradient against height, for the five ways. The line of f(x) alone leaves the picture within twenty layers;
# norm(f(x)) sinks slowly; the three with a residual stay near 1 or rise.*
#
# Sub-layers alone lose the gradient: after 24 of them less than a millionth of a billionth is left, after 96 even a float32
# says 0. A norm slows the loss and does not stop it. The residual alone saves the gradient, but then the numbers grow with
# every layer (look at the spread). Residual *and* norm keep both in hand.
#
# ## Post-norm or pre-norm?
#
# The paper's figure puts the norm *after* the sum: post-norm, and so do we. Most code today puts it *before* the sub-layer:
# `x + f(norm(x))`, pre-norm, with one more norm at the very top. Both are fine Transformers. Pre-norm leaves a clear road
# from bottom to top and trains without the careful warm-up of the learning rate that post-norm needs (Xiong and others,
# 2020; lesson 05 has it). The picture does not show that: at the start, they found, post-norm's gradients are large near the
# *output*, where big first steps do harm. If you compare with code from elsewhere, look for this first: the same weights in the other order
# give other results.

# %% [markdown]
# # Part 2 · The encoder
#
# ## Exercise 4.4 · EncoderLayer · 3 points · 15 min · ●●○
#
# **What.** Two sub-layers, each closed by its own Add & Norm: self-attention, then feed-forward.
#
# **Why.** First every word collects from the others, then every word digests what it has.
#
# **Shapes.** `(batch, time, d_model)` in and out. `mask` is what your attention takes: boolean, True means may attend.
#
# **By hand.** Silence both sub-layers (all weights zero). Then $x = (1, 1, 3, 3)$ becomes norm(norm(x)) =
# $(-1, -1, 1, 1)$: the residual brought it through. In a pre-norm layer it would come out as it went in.
#
# Pass `dropout` on to all parts. Attention must be a `MultiHeadAttention`; attribute names are yours to choose.


# %% exercise="EncoderLayer"
class EncoderLayer(nn.Module):
    """Self-attention, then feed-forward, each followed by Add & Norm: (batch, time, d_model) -> the same shape."""

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        # END SOLUTION

    def forward(self, x, mask=None):
        # BEGIN SOLUTION
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
        # END SOLUTION


# %% check="EncoderLayer" points=3
check("EncoderLayer")

# %% [markdown] hints="EncoderLayer"
# You have all the parts: one `MultiHeadAttention`, one `FeedForward`, two `AddAndNorm`.
#
# Self-attention is attention whose query, key and value are all `x`. What comes out of the first Add & Norm is the `x` of the
# second sub-layer, for the network and for the sum.
#
# `x = self.add_norm1(x, self.attention(x, x, x, mask))`, then
# `return self.add_norm2(x, self.feed_forward(x))`.

# %% [markdown]
# ## Exercise 4.5 · Encoder · 2 points · 10 min · ●○○
#
# **What.** `n_layers` encoder layers, one after the other, in `self.layers`. The mask goes to every one of them.
#
# **Why.** The second layer's words have already heard their neighbours, so it can relate *phrases* where the first related
# words.
#
# **By hand.** Two layers: `layer2(layer1(x, mask), mask)`. Nothing is added after the last.
#
# Each layer learns numbers of its own. A plain Python list hides them from torch (`parameters()` would be empty, and nothing
# would learn); that is what `nn.ModuleList` is for.


# %% exercise="Encoder"
class Encoder(nn.Module):
    """n_layers encoder layers, one after the other, in self.layers: (batch, time, d_model) -> the same shape."""

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        # END SOLUTION

    def forward(self, x, mask=None):
        # BEGIN SOLUTION
        for layer in self.layers:
            x = layer(x, mask)
        return x
        # END SOLUTION


# %% check="Encoder" points=2
check("Encoder")

# %% [markdown] hints="Encoder"
# A loop in `__init__` that makes the layers, a loop in `forward` that runs them.
#
# Make a new `EncoderLayer` for each place; `[layer] * n_layers` would be one layer many times. In `forward`, hand x along.
#
# `nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))`, and `for layer in self.layers:
# x = layer(x, mask)`.

# %% [markdown]
# **Predict, then run.** We change only the last of five words. Which rows of the encoder's result move?

# %%
torch.manual_seed(0)
encoder = Encoder(2, d_model=16, n_heads=4, d_ff=32).eval()
x = torch.randn(1, 5, 16)
other = x.clone()
other[0, 4] += 1
print((encoder(x) - encoder(other)).abs().amax(dim=-1).detach())

# %% [markdown]
# All of them: in the encoder every word hears every other, before and behind. The decoder must not.

# %% [markdown]
# # Part 3 · The decoder
#
# The decoder writes the translation. In training it sees the whole right answer at once, and predicts each word from the
# words before it. So it must not look ahead, or it would learn to copy.
#
# ## Exercise 4.6 · decoder_mask · 2 points · 10 min · ●●○
#
# **What.** The mask of the decoder's self-attention: position $i$ may see token $j$ when $j \le i$ *and* token $j$ is not padding.
#
# **Shapes.** Tokens `(batch, time)` `->` boolean `(batch, time, time)`: sentence, asking position, seen token.
#
# **By hand.** Tokens $(1, 7, 0)$, where 0 is padding:
#
# | asks \ sees | 1 | 7 | 0 |
# |---|---|---|---|
# | 1 | yes | no | no |
# | 7 | yes | yes | no |
# | 0 | yes | yes | no |


# %% exercise="decoder_mask"
def decoder_mask(tokens, pad_id=0):
    """What each target position may see: (batch, time) -> (batch, time, time) bool, causal and not padding."""
    # BEGIN SOLUTION
    return padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])  # (batch, 1, time) & (time, time)
    # END SOLUTION


# %% check="decoder_mask" points=2
check("decoder_mask")

# %% [markdown] hints="decoder_mask"
# You wrote both halves in lesson 02: `padding_mask` and `causal_mask`. How do their shapes fit?
#
# A token must be allowed by both: that is `&`. `(batch, 1, time)` and `(time, time)` broadcast to `(batch, time, time)`.
#
# `padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])`

# %% [markdown]
# ## Exercise 4.7 · DecoderLayer · 4 points · 20 min · ●●●
#
# **What.** Three sub-layers, each closed by its own Add & Norm:
#
# 1. *masked self-attention*: the words written so far talk to each other (`self_mask`);
# 2. *cross-attention*: each of them glances at the source, the queries come from `x`, keys and values from `memory` (`memory_mask`);
# 3. *feed-forward*.
#
# **Why.** A translator writes a word, glances back at the source, writes the next. Cross-attention is the glance.
#
# **Shapes.** `x` is `(batch, time, d_model)`, `memory` is `(batch, source, d_model)`; the two lengths differ. `self_mask` fits
# `(batch, time, time)`, `memory_mask` fits `(batch, time, source)`. The result has the shape of `x`.
#
# **By hand.** A target of 7 words and a source of 5 give cross-attention weights of 7 × 5: seven questions, five places to look.
#
# Pass `dropout` on to all parts.


# %% exercise="DecoderLayer"
class DecoderLayer(nn.Module):
    """Masked self-attention, cross-attention to memory, feed-forward: (batch, time, d_model) -> the same shape."""

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)
        # END SOLUTION

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        # BEGIN SOLUTION
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.add_norm3(x, self.feed_forward(x))
        # END SOLUTION


# %% check="DecoderLayer" points=4
check("DecoderLayer")

# %% [markdown] hints="DecoderLayer"
# It is your encoder layer with one more sub-layer in the middle: two attentions with weights of their own, three Add & Norm.
#
# In cross-attention the query is the `x` that came out of the first Add & Norm, key and value are both `memory`, and the mask is
# `memory_mask`.
#
# `x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))`, then
# `x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))`, then the feed-forward with the third.

# %% [markdown]
# **Help: I get "The size of tensor a (5) must match the size of tensor b (7)".** One attention has the other's mask, or keys and
# values of the wrong sentence. With equal lengths you would have got no error at all, only a model that never learns to
# translate. That is why every check here uses different lengths.
#
# ## Exercise 4.8 · Decoder · 2 points · 5 min · ●○○
#
# **What.** `n_layers` decoder layers in `self.layers`. `x` changes from layer to layer; the memory and both masks are the same
# for all.
#
# **By hand.** Two layers: `layer2(layer1(x, memory, ...), memory, ...)`. The memory does not come out of a layer: only `x` does.


# %% exercise="Decoder"
class Decoder(nn.Module):
    """n_layers decoder layers in self.layers, each reading the same memory: (batch, time, d_model) -> the same."""

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        # BEGIN SOLUTION
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        # END SOLUTION

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        # BEGIN SOLUTION
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
        # END SOLUTION


# %% check="Decoder" points=2
check("Decoder")

# %% [markdown] hints="Decoder"
# It is your encoder with two more things to hand on.
#
# In each round: x is replaced by the layer's result; memory, self_mask and memory_mask stay.
#
# `for layer in self.layers: x = layer(x, memory, self_mask, memory_mask)`

# %% [markdown]
# # Part 4 · The whole model
#
# ## Exercise 4.9 · Transformer · 4 points · 25 min · ●●●
#
# **What.** Put it together, in three methods:
#
# - `encode(src)`: embed the source, run the encoder, return the memory;
# - `decode(tgt, memory, src)`: embed the target, run the decoder, turn each token's vector into logits, a score for every word;
# - `forward(src, tgt)`: decode what was encoded.
#
# Both embeddings and both stacks get `dropout`, the embeddings `max_length` too.
#
# The masks are made inside, from the tokens: that is why `decode` also gets `src`, whose padding the cross-attention must not see.
#
# **The tied output** (section 3.4). The score of a word is the dot product of the decoder's vector with that word's row in the
# target embedding's table: $\mathrm{logits} = x\,E^\top$. It is the very same parameter, used twice, without a bias. *Which
# vector stands for this word?* and *which word does this vector stand for?* share one dictionary.
#
# **Shapes.** `src (batch, source)` and `tgt (batch, time)` are token ids; logits are `(batch, time, tgt_vocab_size)`.
#
# **By hand.** Table rows $(1, 0), (0, 1), (1, 1)$ and a decoder vector $(2, -1)$: the logits are $(2, -1, 1)$. The first word wins.
#
# A `TransformerEmbedding` learns exactly one thing, its table, so you get it without knowing what it is called inside:
# `(table,) = embedding.parameters()`. Your answer is checked with the course's embedding, which may use other names than yours.


# %% exercise="Transformer"
class Transformer(nn.Module):
    """The whole model: token ids (batch, source) and (batch, time) -> logits (batch, time, tgt_vocab_size)."""

    def __init__(
        self,
        src_vocab_size,
        tgt_vocab_size,
        d_model=512,
        n_heads=8,
        n_layers=6,
        d_ff=2048,
        dropout=0.1,
        max_length=512,
        pad_id=0,
    ):
        super().__init__()
        self.pad_id = pad_id
        # BEGIN SOLUTION
        self.source_embedding = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.target_embedding = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)
        # END SOLUTION

    def encode(self, src):
        """Token ids (batch, source) -> memory (batch, source, d_model)."""
        # BEGIN SOLUTION
        return self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))
        # END SOLUTION

    def decode(self, tgt, memory, src):
        """Token ids (batch, time), memory and its token ids (batch, source) -> logits (batch, time, tgt_vocab_size)."""
        # BEGIN SOLUTION
        self_mask, memory_mask = decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), memory, self_mask, memory_mask)
        (table,) = self.target_embedding.parameters()  # an embedding learns its table and nothing else
        return x @ table.T  # (batch, time, d_model) @ (d_model, tgt_vocab_size)
        # END SOLUTION

    def forward(self, src, tgt):
        # BEGIN SOLUTION
        return self.decode(tgt, self.encode(src), src)
        # END SOLUTION


# %% check="Transformer" points=4
check("Transformer")

# %% [markdown] hints="Transformer"
# Four parts: two `TransformerEmbedding`, an `Encoder`, a `Decoder`. Three masks: padding of src for the encoder, decoder_mask of
# tgt and padding of src for the decoder.
#
# The output projection has no layer of its own: multiply by the target table, turned around. Mind the order of arguments: forward
# takes src first, decode takes tgt first.
#
# `encode`: `self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))`. `decode`: run the decoder on
# `self.target_embedding(tgt)` with `decoder_mask(tgt, self.pad_id)` and `padding_mask(src, self.pad_id)`, and return
# `x @ table.T` with `(table,) = self.target_embedding.parameters()`.

# %% [markdown]
# ## Follow the data
#
# One sentence on its way through your model, with the shape at every step. We take the words of the little translator that
# you will meet at the end.

# %%
tiny = TinyTranslator()
torch.manual_seed(0)
model = Transformer(**tiny.sizes).eval()

src = tiny.encode(["ninety four", "seven hundred and one"])
tgt = torch.tensor([[1, tiny.target.index("vier"), tiny.target.index("und")]] * 2)
memory = model.encode(src)
logits = model.decode(tgt, memory, src)
print("source words    ", [tiny.source[one] for one in src[0]])
print("src             ", tuple(src.shape), "two sentences, five tokens with <eos> and padding")
print("memory          ", tuple(memory.shape), "a vector for each source token")
print("tgt             ", tuple(tgt.shape), "three target tokens so far")
print("decoder_mask    ", tuple(decoder_mask(tgt).shape), "who sees whom among the target tokens")
print("logits          ", tuple(logits.shape), "a score for each of the words, at each place")

# %% [markdown]
# A landmark worth knowing. The loss of a word is minus the logarithm of the probability that the model gave it (*cross-entropy*,
# which you write in lesson 05). So a model that gave every one of $V$ words the same chance would have a loss of $\ln V$. Yours
# starts above that: the residuals carry the word it has just read up to the tied table, so untrained it bets on saying that
# word again, and the more so the wider it is. Lesson 05 starts from smaller tables, about 1 above $\ln V$.

# %%
next_words = torch.tensor([[tiny.target.index(word) for word in ("vier", "und", "neunzig")]] * 2)
loss = F.cross_entropy(logits.flatten(0, 1), next_words.flatten()).item()
print(f"loss of the untrained model {loss:.2f}, ln {len(tiny.target)} = {math.log(len(tiny.target)):.2f}")

# %% [markdown]
# ## The probe that convicts
#
# A decoder whose mask leaks still trains: the loss falls as it should, sometimes faster, because it copies the next word. Then it must
# write alone, and there is nothing to copy. In an experiment with a small model (`benchmarks/bugs_that_train.py`), eight different bugs
# (no mask, a mask turned around, one ahead, inverted, applied after the softmax, a softmax over queries, heads merged without a
# transpose, a norm over time) got 99.9% of the next words right in training, and at most 3% of the sequences that they then wrote
# alone. One probe finds all eight: *change later target words; earlier logits must not move*.


# %%
def leak(model, src, tgt):
    """How far the first logits move when the last target token changes: 0 for a sound decoder."""
    other = tgt.clone()
    other[:, -1] = (other[:, -1] + 1) % len(tiny.target)
    moved = model(src, tgt)[:, :-1] - model(src, other)[:, :-1]
    return moved.abs().max().item()


class Peeking(Transformer):
    """The same model fed one word too early, so that it sees the word it should predict."""

    def decode(self, tgt, memory, src):
        return super().decode(tgt.roll(-1, dims=1), memory, src)


torch.manual_seed(0)
peeking = Peeking(**tiny.sizes).eval()
print("your model leaks:", round(leak(model, src, tgt), 6))
print("a peeking model leaks:", round(leak(peeking, src, tgt), 3))

# %% [markdown]
# ## Exercise 4.10 · transformer_parameters · 2 points · 10 min · ●●○
#
# **What.** Count what a Transformer learns, biases included, when one table serves source, target and output (the paper shares it
# for English and German). Your Transformer of 4.9 keeps a table for each language: it has `vocab_size * d_model` numbers more.
#
# **By hand.** With `d_model` 4 and `d_ff` 8: an attention has 4 linear maps of 4 · 4 + 4 = 20, so 80. A feed-forward has
# 4 · 8 + 8 = 40 and 8 · 4 + 4 = 36, so 76. A norm has 8. An encoder layer is 80 + 76 + 2 · 8 = 172, a decoder layer
# 2 · 80 + 76 + 3 · 8 = 260. With 10 words and one layer each: 40 + 172 + 260 = 472.


# %% exercise="transformer_parameters"
def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    """How many numbers a Transformer learns, biases included, with one table shared by source, target and output."""
    # BEGIN SOLUTION
    attention = 4 * (d_model * d_model + d_model)
    feed_forward = (d_model * d_ff + d_ff) + (d_ff * d_model + d_model)
    norm = 2 * d_model
    encoder_layer = attention + feed_forward + 2 * norm
    decoder_layer = 2 * attention + feed_forward + 3 * norm
    return vocab_size * d_model + n_layers * (encoder_layer + decoder_layer)
    # END SOLUTION


# %% check="transformer_parameters" points=2
check("transformer_parameters")

# %% [markdown] hints="transformer_parameters"
# Go through the figure: what stands in an encoder layer, what in a decoder layer, what outside the layers?
#
# Attention: four linear maps from d_model to d_model. Feed-forward: two. Norm: weight and bias. Every linear map has a bias. Positions
# are computed, not learned; dropout and masks learn nothing.
#
# `attention = 4 * (d_model**2 + d_model)`; `feed_forward = 2 * d_model * d_ff + d_ff + d_model`; `norm = 2 * d_model`; one table of
# `vocab_size * d_model`; a decoder layer has two attentions and three norms.

# %%
models = (("base", 65, {}), ("big", 213, {"d_model": 1024, "d_ff": 4096}))
for name, paper, sizes in models:
    ours = transformer_parameters(37_000, **sizes) / 1e6
    print(f"{name:5} counted {ours:6.1f} million, the paper says {paper}: {ours / paper - 1:+.1%}")

# %% [markdown]
# The paper's 65 and 213 million are met to about 3%. It gives rounded numbers and says "about 37,000" words, and which biases it
# counts it does not say, so we claim no more than that.

# %% [markdown]
# # Part 5 · One word at a time
#
# ## Exercise 4.11 · greedy_decode · 4 points · 20 min · ●●●
#
# **What.** Write a translation: begin with `bos_id`; ask the model for the next word, take the most likely one, append it;
# repeat. A sentence is finished when it has written `eos_id`; from then on it gets padding, while the others go on.
#
# **Why.** In training all positions are predicted at once. A real translation is written word by word, each the model's own.
#
# **Shapes.** `src (batch, source)` `->` token ids `(batch, at most max_length)`, `max_length` counting bos. Padding is
# `model.pad_id` if the model has one, else 0.
#
# **By hand.** A model that says 5, 6, then eos (2):
#
# | tokens so far | last position says |
# |---|---|
# | 1 | 5 |
# | 1 5 | 6 |
# | 1 5 6 | 2 |
# | 1 5 6 2 | finished |
#
# Encode the source once. Decode without dropout and without gradients, and leave the model in the mode (training or
# evaluation) in which you found it.


# %% exercise="greedy_decode"
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    """The most likely next token, again and again: (batch, source) -> LongTensor (batch, <= max_length)."""
    # BEGIN SOLUTION
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    with torch.no_grad():
        memory = model.encode(src)
        tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long, device=src.device)
        finished = torch.zeros(src.shape[0], dtype=torch.bool, device=src.device)
        while tokens.shape[1] < max_length and not finished.all():
            best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)  # (batch,)
            best = best.masked_fill(finished, pad_id)
            tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
            finished = finished | (best == eos_id)
    model.train(was_training)
    return tokens
    # END SOLUTION


# %% check="greedy_decode" points=4
check("greedy_decode")

# %% [markdown] hints="greedy_decode"
# Keep two things: the tokens so far, `(batch, length)`, and which sentences are finished, `(batch,)`.
#
# In each round: `model.decode(tokens, memory, src)`, the logits at the *last* position, their argmax; pad where the sentence is
# finished; append; update who is finished. Stop when all are, or at max_length.
#
# `best = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)`, `best = best.masked_fill(finished, pad_id)`,
# `tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)`, `finished = finished | (best == eos_id)`; around it
# `was_training = model.training`, `model.eval()`, `torch.no_grad()`, and `model.train(was_training)` at the end.

# %% [markdown]
# ## Your model speaks
#
# Untrained, it has nothing to say. But the course holds the numbers of a tiny model, trained in less than a minute on one processor to turn English
# number words into German ones (`benchmarks/train_tiny_model.py`; lesson 05 shows how). They fit your model whatever you
# called its parts: `fill` finds each part by what it is and by the order in which it is used.

# %%
english = ["ninety four", "seven hundred and one", "thirty six thousand five hundred and eighty two"]
src = tiny.encode(english)
print("untrained:", tiny.decode(greedy_decode(model, src, max_length=8))[0] or "(no word)")
tiny.fill(model)
for text, german in zip(english, tiny.decode(greedy_decode(model, src, max_length=20))):
    print(f"{text}  →  {german}")
print(f"\n{tiny.right} of {tiny.held_out} numbers that it was never trained on come out exactly right.")

# %% [markdown]
# ## Watch it write
#
# German says units before tens: *ninety four* is *vier und neunzig*, four and ninety. So the decoder cannot go along the
# source word by word; it must glance back to the right place.
#
# `decoding_steps` follows your model while it writes what your `greedy_decode` chose. Open one step after the other. Each shows
# what is read from your own parts: **1** your `decoder_mask`, the row in force in bold; **2** the weights of your last
# cross-attention, mean over heads; **3** the softmax of your last logits, and the word that was taken.
#
# **Predict first:** *und* has no English word here. Where does the decoder look while it writes it?

# %%
src = tiny.encode(["ninety four"])
tokens = greedy_decode(model, src, max_length=20)
steps = decoding_steps(model, src, tokens, tiny.source, tiny.target)
steps

# %% [markdown]
# *What to look for: the mask gets one row a step, and the rows above it stay as they were.* What is written can never change what
# came before. Lesson 05 uses that to compute each row only once.
#
# Here is column **2** of all steps in one table: a row for each German word as it is written, a column for each English word, darker
# where more of the attention goes. Read the rows for *vier* and *neunzig*. Do they cross?

# %%
steps.attention_map

# %% [markdown]
# They cross: *vier* looks at *four*, *neunzig* at *ninety*. *und* has nothing to read: most of its attention goes to `<eos>`, which says
# nothing about the number, and the rest already to *ninety*.

# %% [markdown]
# **Predict, then run.** It never saw a number above 999,999. What will it say to *two million*, and to *hundred hundred hundred*?

# %%
strange = ["two million", "hundred hundred hundred", "banana"]
for text, german in zip(strange, tiny.decode(greedy_decode(model, tiny.encode(strange), max_length=12))):
    print(f"{text}  →  {german}")

# %% [markdown]
# It has no word for *I do not know*: whatever comes in, the most likely German number word comes out. Words it has never
# seen are all the same `<unk>` to it.
#
# Greedy decoding hides how sure the model was. **Predict first:** how likely was the first word that it wrote for *banana*? Any
# German word would do, and there are thirty or so.

# %%
src = tiny.encode(["banana"])
tokens = greedy_decode(model, src, max_length=12)
decoding_steps(model, src, tokens, tiny.source, tiny.target)

# %% [markdown]
# *What to look for: the bars of step 1, against those for* ninety four. Here it hesitates, and the words in second and
# third place have nothing to do with the first. That is all it can say of its doubt, and the translation alone does not
# show it.

# %% [markdown]
# ## What you can do now
#
# You can write every box of the paper's figure and say what it is for: the norm keeps sizes in hand, the residual keeps the
# road for gradients open, the feed-forward works on each word alone, the encoder reads, the decoder writes under a mask and
# glances at what was read. You know a probe that finds the bugs a loss curve hides. And your own model has translated.

# %% [markdown] quiz=true
# Why does the decoder's self-attention need a causal mask in training, when in decoding the future does not exist yet?
# - In training the whole right answer is the input, so without a mask each position could copy the next word | Right: it would learn to copy, and in decoding there is nothing to copy.
# - To save half of the work | The forbidden scores are computed all the same and then masked; the reason is what the model would learn.
# - Because the sentences have different lengths | That is what the padding mask is for.
#
# Source and target have 5 and 7 tokens. What shape do the weights of one cross-attention head have?
# - (7, 5) | Right: seven questions, from the target, over five places to look, in the source.
# - (5, 7) | Then the source would ask and the target answer. The queries come from the decoder.
# - (7, 7) | That is the decoder's self-attention.
#
# You copy the target table into an output layer instead of sharing it. What happens?
# - It agrees at first and parts from it at the first training step | Right: two parameters get two different gradients. Sharing means one parameter that gets both.
# - Nothing, the numbers are equal | Equal at the start only; the optimizer then moves each by its own gradient.
# - The logits are wrong from the beginning | They are the same until the first step. That is why such a bug is hard to see.

# %% [markdown]
# **Next.** [05 · Train and translate](../05_train_and_translate/05_train_and_translate.ipynb): where the numbers come from that
# made your model speak.
