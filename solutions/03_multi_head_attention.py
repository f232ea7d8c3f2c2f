# %% [markdown]
# # 03 · Multi-head attention

# %%
import math

import torch
from torch import nn

from utils import check

torch.set_num_threads(1)
torch.manual_seed(0)


# %%
def attention_scores(q, k):
    return q @ k.transpose(-2, -1)


def scale_scores(scores, d_k):
    return scores / math.sqrt(d_k)


def attention_weights(scores, mask=None):
    if mask is None:
        return torch.softmax(scores, dim=-1)
    weights = torch.softmax(scores.masked_fill(~mask, torch.finfo(scores.dtype).min), dim=-1)
    return weights * mask


def weighted_sum(weights, v):
    return weights @ v


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


# %% exercise="merge_heads"
def merge_heads(x):
    """Put the heads side by side again: (batch, heads, time, d_head) -> (batch, time, d_model)."""
    # BEGIN SOLUTION
    batch, heads, time, d_head = x.shape
    return x.transpose(1, 2).reshape(batch, time, heads * d_head)
    # END SOLUTION


# %% check="merge_heads" points=1
check("merge_heads")


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


# %% exercise="attention_parameters"
def attention_parameters(d_model):
    """How many numbers a MultiHeadAttention of this width learns, whatever its number of heads."""
    # BEGIN SOLUTION
    return 4 * (d_model * d_model + d_model)
    # END SOLUTION


# %% check="attention_parameters" points=1
check("attention_parameters")
