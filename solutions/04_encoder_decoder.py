# %% [markdown]
# # 04 · Encoder and decoder

# %%
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

from utils import bring, check
from utils.showing.style import use_course_style

torch.set_num_threads(1)
torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)
use_course_style()

# %%
TransformerEmbedding, MultiHeadAttention = bring("TransformerEmbedding", "MultiHeadAttention")
padding_mask, causal_mask = bring("padding_mask", "causal_mask")

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


# %% exercise="decoder_mask"
def decoder_mask(tokens, pad_id=0):
    """What each target position may see: (batch, time) -> (batch, time, time) bool, causal and not padding."""
    # BEGIN SOLUTION
    return padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])  # (batch, 1, time) & (time, time)
    # END SOLUTION


# %% check="decoder_mask" points=2
check("decoder_mask")


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
