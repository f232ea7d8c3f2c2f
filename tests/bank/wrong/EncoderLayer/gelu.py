"""Your feed-forward uses GELU; this paper uses ReLU, max(0, x). (BERT and GPT took GELU later.)"""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = nn.Sequential(
            nn.Linear(d_model, d_ff), nn.GELU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model)
        )
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        attended = self.attention(x, x, x, mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm2(x)
        return x
