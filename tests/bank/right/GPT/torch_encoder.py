import torch
from torch import nn


class GPT(nn.Module):
    """Torch's own layers, norm first, head tied to the embedding."""

    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.wte = nn.Embedding(vocab_size, d_model)
        self.wpe = nn.Embedding(max_length, d_model)
        layer = nn.TransformerEncoderLayer(d_model, n_heads, d_ff, dropout, "gelu", batch_first=True, norm_first=True)
        self.h = nn.TransformerEncoder(layer, n_layers, nn.LayerNorm(d_model), enable_nested_tensor=False)
        self.head = nn.Linear(d_model, vocab_size, bias=False)
        self.head.weight = self.wte.weight

    def forward(self, tokens):
        time = tokens.shape[-1]
        if time > self.max_length:
            raise ValueError(time)
        mask = nn.Transformer.generate_square_subsequent_mask(time)
        x = self.wte(tokens) + self.wpe(torch.arange(time))
        return self.head(self.h(x, mask=mask, is_causal=True))
