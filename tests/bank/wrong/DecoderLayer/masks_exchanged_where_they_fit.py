"""Where source and target are equally long, your code exchanges the two masks. self_mask belongs to the self-attention, memory_mask to the cross-attention, whatever the lengths."""

from torch import nn

class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1, self.add_norm2, self.add_norm3 = (AddAndNorm(d_model, dropout) for _ in range(3))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        if x.shape[1] == memory.shape[1]:
            self_mask, memory_mask = memory_mask, self_mask
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.add_norm3(x, self.feed_forward(x))
