# %% [markdown]
# # 06 · BERT and GPT

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
TokenEmbedding, MultiHeadAttention, causal_mask, Encoder = bring(
    "TokenEmbedding", "MultiHeadAttention", "causal_mask", "Encoder"
)


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


# %% exercise="mean_pool"
def mean_pool(hidden, mask):
    """One vector for each sentence: (batch, time, dim), mask of the real tokens (batch, time) bool -> (batch, dim)."""
    # BEGIN SOLUTION
    real = mask.unsqueeze(-1).to(hidden.dtype)  # (batch, time, 1)
    return (hidden * real).sum(dim=1) / real.sum(dim=1).clamp(min=1)
    # END SOLUTION


# %% check="mean_pool" points=1
check("mean_pool")


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
