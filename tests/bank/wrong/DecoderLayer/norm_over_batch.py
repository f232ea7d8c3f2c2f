"""Your norms average over the sentences of a batch; average over the numbers of each token."""

from torch import nn


class Over(AddAndNorm):
    def forward(self, x, sublayer_output):
        x = x + self.dropout(sublayer_output)
        mean, variance = x.mean(0, keepdim=True), x.var(0, keepdim=True, unbiased=False)
        return self.norm.weight * (x - mean) / (variance + 1e-5).sqrt() + self.norm.bias


class DecoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = Over(d_model, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm2 = Over(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm3 = Over(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.add_norm3(x, self.feed_forward(x))
