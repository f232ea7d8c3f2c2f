"""Without a memory_mask, and where source and target are equally long, your cross-attention gets self_mask. None means that all of the memory may be seen."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm2 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm3 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        if memory_mask is None and memory.shape[1] == x.shape[1]:
            memory_mask = self_mask
        attended = self.self_attention(x, x, x, self_mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        read = self.cross_attention(x, memory, memory, memory_mask)
        read = self.dropout(read)
        x = x + read
        x = self.norm2(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm3(x)
        return x
