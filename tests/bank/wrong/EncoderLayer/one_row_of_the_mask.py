"""Your code makes one row of the mask for all queries: what one of them may see, all may. Each query has its own row: hand the mask on as it is."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        if mask is not None:
            mask = mask.any(dim=-2, keepdim=True)
        attended = self.attention(x, x, x, mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm2(x)
        return x
