"""Where source and target are equally long, your cross-attention gets self_mask. It gets memory_mask, whatever the lengths."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.sa, self.ca = MultiHeadAttention(d_model, n_heads, dropout), MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.norms = nn.ModuleList([AddAndNorm(d_model, dropout) for _ in range(3)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        if memory.shape[1] == x.shape[1] and self_mask is not None:
            memory_mask = self_mask
        x = self.norms[0](x, self.sa(x, x, x, self_mask))
        x = self.norms[1](x, self.ca(x, memory, memory, memory_mask))
        return self.norms[2](x, self.ff(x))
