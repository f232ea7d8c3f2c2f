"""When no mask is given, your code exchanges batch and time before the attention, so words attend to the words of other sentences. x is (batch, time, d_model), and so MultiHeadAttention takes it."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        turned = x.transpose(0, 1) if mask is None else x
        attended = self.attention(turned, turned, turned, mask)
        x = self.add_norm1(x, attended.transpose(0, 1) if mask is None else attended)
        return self.add_norm2(x, self.feed_forward(x))
