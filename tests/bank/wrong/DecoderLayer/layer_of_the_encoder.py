"""Your layer has no cross-attention, so it is a layer of the encoder: nothing of the source reaches the target. Between self-attention and feed-forward it attends to the memory."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        return self.add_norm2(x, self.feed_forward(x))
